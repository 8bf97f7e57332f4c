// Made by vitest-hardware 0.1.0 from d12da70f31b59bf6; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageClassification, imageFeatureExtraction } from 'vitest-hardware/skillset'

/** LeViT. attention with batch norms and biases by absolute offset (arXiv:2104.01136); the class with a second classifier for distillation is not built; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const levit = {
  checkpoint: 'facebook/levit-128S',
  imageClassification: imageClassification({ model: 'levit', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'levit' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'levit' }),
} as const
