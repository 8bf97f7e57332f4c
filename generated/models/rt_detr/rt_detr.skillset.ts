// Made by vitest-hardware 0.1.0 from fa8507512a37988a; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, objectDetection } from 'vitest-hardware/skillset'

/** RT-DETR. attention within the coarsest map alone, maps joined both ways, the best cells as queries whose boxes each layer moves. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const rtDetr = {
  checkpoint: 'PekingU/rtdetr_r50vd',
  objectDetection: objectDetection({ model: 'rt_detr', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'rt_detr' }),
} as const
