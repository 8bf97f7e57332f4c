// Made by vitest-hardware 0.1.0 from 7fa1be5e4b108abc; do not edit, "vitest-hardware generate" writes it anew.
import { imageSegmentation } from 'vitest-hardware/skillset'

/** EoMT. queries join the last layer; without masked attention, as a model is once training has annealed it away; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const eomt = {
  checkpoint: 'tue-mps/coco_panoptic_eomt_large_640',
  imageSegmentation: imageSegmentation({ model: 'eomt' }),
} as const
