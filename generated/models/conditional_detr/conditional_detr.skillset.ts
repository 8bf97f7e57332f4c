// Made by vitest-hardware 0.1.0 from 2d7187a586d2b61d; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageFeatureExtraction, objectDetection } from 'vitest-hardware/skillset'

/** Conditional DETR. content and place stand side by side in cross-attention; boxes are told from reference points on; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const conditionalDetr = {
  checkpoint: 'microsoft/conditional-detr-resnet-50',
  objectDetection: objectDetection({ model: 'conditional_detr', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'conditional_detr' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'conditional_detr' }),
} as const
