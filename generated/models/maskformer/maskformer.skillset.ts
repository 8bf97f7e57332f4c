// Made by vitest-hardware 0.1.0 from fcc867677a6e056a; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageSegmentation } from 'vitest-hardware/skillset'

/** MaskFormer. a Swin backbone, a feature pyramid of pixels, DETR’s decoder whose queries are masks. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const maskformer = {
  checkpoint: 'facebook/maskformer-swin-base-ade',
  imageSegmentation: imageSegmentation({ model: 'maskformer' }),
  featureExtraction: featureExtraction({ model: 'maskformer' }),
} as const
