// Made by vitest-hardware 0.1.0 from 5e4c1dd5700d299a; do not edit, "vitest-hardware generate" writes it anew.
import { backbone, featureExtraction } from 'vitest-hardware/skillset'

/** MaskFormerSwin. grids are padded to whole windows, and each level of the backbone has a norm; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const maskformerSwin = {
  checkpoint: 'microsoft/swin-tiny-patch4-window7-224',
  featureExtraction: featureExtraction({ model: 'maskformer-swin' }),
  backbone: backbone({ model: 'maskformer-swin' }),
} as const
