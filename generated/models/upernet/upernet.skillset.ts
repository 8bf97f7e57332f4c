// Made by vitest-hardware 0.1.0 from b0933f5d28aa8a79; do not edit, "vitest-hardware generate" writes it anew.
import { imageSegmentation } from 'vitest-hardware/skillset'

/** UPerNet. ConvNeXt below UPerNet’s head (Xiao et al. 2018, arXiv:1807.10221); Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const upernet = {
  checkpoint: 'openmmlab/upernet-convnext-tiny',
  imageSegmentation: imageSegmentation({ model: 'upernet', labels: 10 }),
} as const
