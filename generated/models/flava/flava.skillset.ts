// Made by vitest-hardware 0.1.0 from b309d0ad1d9b885e; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction } from 'vitest-hardware/skillset'

/** FLAVA. three stacks of pre-norm layers, the third over the others without their last norms; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const flava = {
  checkpoint: 'facebook/flava-full',
  featureExtraction: featureExtraction({ model: 'flava' }),
} as const
