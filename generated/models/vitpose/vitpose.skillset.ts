// Made by vitest-hardware 0.1.0 from e2eca578d07284eb; do not edit, "vitest-hardware generate" writes it anew.
import { keypointDetection } from 'vitest-hardware/skillset'

/** ViTPose. a heat map for each point; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const vitpose = {
  checkpoint: 'usyd-community/vitpose-base-simple',
  keypointDetection: keypointDetection({ model: 'vitpose' }),
} as const
