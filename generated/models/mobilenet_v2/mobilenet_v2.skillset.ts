// Made by vitest-hardware 0.1.0 from d72daff3b784eeb8; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageClassification, imageFeatureExtraction, imageSegmentation } from 'vitest-hardware/skillset'

/** MobileNetV2. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const mobilenetV2 = {
  checkpoint: 'google/mobilenet_v2_1.0_224',
  imageClassification: imageClassification({ model: 'mobilenet_v2', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'mobilenet_v2' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'mobilenet_v2' }),
  imageSegmentation: imageSegmentation({ model: 'mobilenet_v2', labels: 10 }),
} as const
