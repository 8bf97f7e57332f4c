// Made by vitest-hardware 0.1.0 from 8ec3401ff8a712cf; do not edit, "vitest-hardware generate" writes it anew.
import { backbone, featureExtraction, imageFeatureExtraction } from 'vitest-hardware/skillset'

/** DINOv3 ViT. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const dinov3Vit = {
  checkpoint: 'facebook/dinov3-vits16-pretrain-lvd1689m',
  featureExtraction: featureExtraction({ model: 'dinov3_vit' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'dinov3_vit' }),
  backbone: backbone({ model: 'dinov3_vit' }),
} as const
