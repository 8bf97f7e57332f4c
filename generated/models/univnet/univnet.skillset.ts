// Made by vitest-hardware 0.1.0 from dadccb1d2ee05b3f; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction } from 'vitest-hardware/skillset'

/** UnivNet. a vocoder whose kernels are predicted for each frame; noise is an input; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const univnet = {
  checkpoint: 'dg845/univnet-dev',
  featureExtraction: featureExtraction({ model: 'univnet' }),
} as const
