// Made by vitest-hardware 0.1.0 from bfe90be92bf3ae9d; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** Moshi. the transformer of text; gate and values from one product, a window of keys; Transformers.js 4.3 has no class for moshi. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const moshi = {
  checkpoint: 'kmhf/hf-moshiko',
  textGeneration: textGeneration({ model: 'moshi' }),
  featureExtraction: featureExtraction({ model: 'moshi' }),
} as const
