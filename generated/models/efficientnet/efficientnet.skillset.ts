// Made by vitest-hardware 0.1.0 from 998abf1a52047852; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageClassification, imageFeatureExtraction } from 'vitest-hardware/skillset'

/** EfficientNet. height and width are free. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const efficientnet = {
  checkpoint: 'google/efficientnet-b7',
  imageClassification: imageClassification({ model: 'efficientnet', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'efficientnet' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'efficientnet' }),
} as const
