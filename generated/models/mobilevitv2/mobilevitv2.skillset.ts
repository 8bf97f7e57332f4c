// Made by vitest-hardware 0.1.0 from 18e95dc87a4d7473; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageClassification, imageFeatureExtraction, imageSegmentation } from 'vitest-hardware/skillset'

/** MobileViTV2. attention of linear cost: one softmax over patches, one context vector (arXiv:2206.02680). Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const mobilevitv2 = {
  checkpoint: 'apple/mobilevitv2-1.0',
  imageClassification: imageClassification({ model: 'mobilevitv2', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'mobilevitv2' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'mobilevitv2' }),
  imageSegmentation: imageSegmentation({ model: 'mobilevitv2', labels: 10 }),
} as const
