// Made by vitest-hardware 0.1.0 from 6d5babea5fc98f24; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, objectDetection } from 'vitest-hardware/skillset'

/** RT-DETRv2. RT-DETR with a choice of how places between cells are read, which by default is the same (Lv et al. 2024, arXiv:2407.17140). Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const rtDetrV2 = {
  checkpoint: 'PekingU/rtdetr_r18vd',
  objectDetection: objectDetection({ model: 'rt_detr_v2', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'rt_detr_v2' }),
} as const
