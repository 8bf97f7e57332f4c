// Made by vitest-hardware 0.1.0 from 7297b3c32030f61d; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageFeatureExtraction, objectDetection } from 'vitest-hardware/skillset'

/** DAB-DETR. queries are boxes that each layer moves; their width and height stretch what they attend to; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const dabDetr = {
  checkpoint: 'IDEA-Research/dab-detr-resnet-50',
  objectDetection: objectDetection({ model: 'dab-detr', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'dab-detr' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'dab-detr' }),
} as const
