// Made by vitest-hardware 0.1.0 from e763271a27f9ef94; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageSegmentation } from 'vitest-hardware/skillset'

/** Mask2Former. a deformable pixel decoder; queries attend only within the masks that they predicted before, one scale in each layer; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const mask2former = {
  checkpoint: 'facebook/mask2former-swin-small-coco-instance',
  imageSegmentation: imageSegmentation({ model: 'mask2former' }),
  featureExtraction: featureExtraction({ model: 'mask2former' }),
} as const
