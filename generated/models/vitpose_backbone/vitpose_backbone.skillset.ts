// Made by vitest-hardware 0.1.0 from 89a44cc23cd09d5d; do not edit, "vitest-hardware generate" writes it anew.
import { backbone } from 'vitest-hardware/skillset'

/** ViTPoseBackbone. every patch has the class token’s place added to its own; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const vitposeBackbone = {
  checkpoint: 'usyd-community/vitpose-base-simple',
  backbone: backbone({ model: 'vitpose_backbone' }),
} as const
