// Made by vitest-hardware 0.1.0 from 63633540e5f42849; do not edit, "vitest-hardware generate" writes it anew.
import { backbone, featureExtraction, imageClassification, imageFeatureExtraction } from 'vitest-hardware/skillset'

/** DINOv2. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const dinov2 = {
  checkpoint: 'google/dinov2-base-patch16-224',
  imageClassification: imageClassification({ model: 'dinov2', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'dinov2' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'dinov2' }),
  backbone: backbone({ model: 'dinov2' }),
} as const
