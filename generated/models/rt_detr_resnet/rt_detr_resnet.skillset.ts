// Made by vitest-hardware 0.1.0 from 36b1b4e319e247b7; do not edit, "vitest-hardware generate" writes it anew.
import { backbone } from 'vitest-hardware/skillset'

/** RT-DETR-ResNet. a deep stem, and shortcuts that average before they stride; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const rtDetrResnet = {
  checkpoint: 'microsoft/resnet-50',
  backbone: backbone({ model: 'rt_detr_resnet' }),
} as const
