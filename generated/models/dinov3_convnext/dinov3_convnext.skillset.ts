// Made by vitest-hardware 0.1.0 from 9324c78fd807462a; do not edit, "vitest-hardware generate" writes it anew.
import { backbone, featureExtraction, imageFeatureExtraction } from 'vitest-hardware/skillset'

/** DINOv3 ConvNext. height and width are free, multiples of 32. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const dinov3Convnext = {
  checkpoint: 'facebook/dinov3-convnext-tiny-pretrain-lvd1689m',
  featureExtraction: featureExtraction({ model: 'dinov3_convnext' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'dinov3_convnext' }),
  backbone: backbone({ model: 'dinov3_convnext' }),
} as const
