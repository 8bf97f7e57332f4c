// Made by vitest-hardware 0.1.0 from bf910f49945a9f40; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageClassification, imageFeatureExtraction } from 'vitest-hardware/skillset'

/** EfficientFormer. pooling on grids, attention on the last stage's tokens (arXiv:2206.01191); the class with a second classifier for distillation is not built; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const efficientformer = {
  checkpoint: 'snap-research/efficientformer-l1',
  imageClassification: imageClassification({ model: 'efficientformer', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'efficientformer' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'efficientformer' }),
} as const
