// Made by vitest-hardware 0.1.0 from d736f723f5b234c0; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction } from 'vitest-hardware/skillset'

/** Mimi. transformers within the codec, a codebook of meaning beside those of sound; Transformers.js has it as an encoder and a decoder of their own. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const mimi = {
  checkpoint: 'kyutai/mimi',
  featureExtraction: featureExtraction({ model: 'mimi' }),
} as const
