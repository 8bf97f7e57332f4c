// Made by vitest-hardware 0.1.0 from a432e566cdcbbe62; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction } from 'vitest-hardware/skillset'

/** TVP. a learned frame around each picture and three learned words, where upstream has ten; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const tvp = {
  checkpoint: 'Intel/tvp-base',
  featureExtraction: featureExtraction({ model: 'tvp' }),
} as const
