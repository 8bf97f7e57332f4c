// Made by vitest-hardware 0.1.0 from 52fe92d9a6d2d7cd; do not edit, "vitest-hardware generate" writes it anew.
import { imageSegmentation } from 'vitest-hardware/skillset'

/** EoMT-DINOv3. DINOv3’s layers, patches turned by their place; queries join the last layer; without masked attention, as a model is once training has annealed it away; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const eomtDinov3 = {
  checkpoint: 'tue-mps/coco_panoptic_eomt_large_640_dinov3',
  imageSegmentation: imageSegmentation({ model: 'eomt_dinov3' }),
} as const
