// Made by vitest-hardware 0.1.0 from 11fa0abef6a0bff9; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction } from 'vitest-hardware/skillset'

/** REALM. the embedder, which upstream’s retriever searches with; Transformers.js 4.3 has no class for realm. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const realm = {
  checkpoint: 'google/realm-cc-news-pretrained-embedder',
  featureExtraction: featureExtraction({ model: 'realm' }),
} as const
