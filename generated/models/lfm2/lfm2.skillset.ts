// Made by vitest-hardware 0.1.0 from 2bad134f7d8c6757; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** Lfm2. short gated convolutions, and attention with norms of queries and keys; Transformers.js loads it with convolution states and caches as inputs, which this graph of a whole text has not. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const lfm2 = {
  checkpoint: 'LiquidAI/LFM2-1.2B',
  textGeneration: textGeneration({ model: 'lfm2' }),
  featureExtraction: featureExtraction({ model: 'lfm2' }),
} as const
