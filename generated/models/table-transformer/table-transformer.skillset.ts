// Made by vitest-hardware 0.1.0 from e076e5776caf9509; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageFeatureExtraction, objectDetection } from 'vitest-hardware/skillset'

/** Table Transformer. DETR with its norms before the sublayers and one behind the encoder. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const tableTransformer = {
  checkpoint: 'microsoft/table-transformer-detection',
  objectDetection: objectDetection({ model: 'table-transformer', labels: 11 }),
  featureExtraction: featureExtraction({ model: 'table-transformer' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'table-transformer' }),
} as const
