// Made by vitest-hardware 0.1.0 from 2000311c56792362; do not edit, "vitest-hardware generate" writes it anew.
import { backbone, featureExtraction, imageClassification, imageFeatureExtraction } from 'vitest-hardware/skillset'

/** BiT. standardised weights and group norms before each convolution (arXiv:1912.11370); Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const bit = {
  checkpoint: 'google/bit-50',
  imageClassification: imageClassification({ model: 'bit', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'bit' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'bit' }),
  backbone: backbone({ model: 'bit' }),
} as const
