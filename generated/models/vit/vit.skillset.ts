// Made by vitest-hardware 0.1.0 from 20d233bb84753bd2; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageClassification, imageFeatureExtraction, maskedImageModeling } from 'vitest-hardware/skillset'

/** ViT. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const vit = {
  checkpoint: 'google/vit-base-patch16-224',
  imageClassification: imageClassification({ model: 'vit', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'vit' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'vit' }),
  maskedImageModeling: maskedImageModeling({ model: 'vit' }),
} as const
