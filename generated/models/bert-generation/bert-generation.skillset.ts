// Made by vitest-hardware 0.1.0 from c8c9ea098e71cb5d; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** Bert Generation. Transformers.js 4.3 has no class for bert-generation. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const bertGeneration = {
  checkpoint: 'google/bert_for_seq_generation_L-24_bbc_encoder',
  textGeneration: textGeneration({ model: 'bert-generation' }),
  featureExtraction: featureExtraction({ model: 'bert-generation' }),
} as const
