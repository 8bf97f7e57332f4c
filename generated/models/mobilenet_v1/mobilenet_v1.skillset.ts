// Made by vitest-hardware 0.1.0 from 47664812e31e9897; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageClassification, imageFeatureExtraction } from 'vitest-hardware/skillset'

/** MobileNetV1. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const mobilenetV1 = {
  checkpoint: 'google/mobilenet_v1_1.0_224',
  imageClassification: imageClassification({ model: 'mobilenet_v1', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'mobilenet_v1' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'mobilenet_v1' }),
} as const
