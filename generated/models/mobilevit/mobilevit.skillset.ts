// Made by vitest-hardware 0.1.0 from 5e79fe7359b392b8; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageClassification, imageFeatureExtraction, imageSegmentation } from 'vitest-hardware/skillset'

/** MobileViT. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const mobilevit = {
  checkpoint: 'google/mobilenet_v2_1.0_224',
  imageClassification: imageClassification({ model: 'mobilevit', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'mobilevit' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'mobilevit' }),
  imageSegmentation: imageSegmentation({ model: 'mobilevit', labels: 10 }),
} as const
