// Made by vitest-hardware 0.1.0 from 5f7f2618de568178; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageFeatureExtraction, objectDetection } from 'vitest-hardware/skillset'

/** DETR. a ResNet, an encoder over its cells, a decoder over learned queries. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const detr = {
  checkpoint: 'facebook/detr-resnet-50',
  objectDetection: objectDetection({ model: 'detr', labels: 11 }),
  featureExtraction: featureExtraction({ model: 'detr' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'detr' }),
} as const
