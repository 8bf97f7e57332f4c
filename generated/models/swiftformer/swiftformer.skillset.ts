// Made by vitest-hardware 0.1.0 from 23b3f2b9424ba798; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageClassification, imageFeatureExtraction } from 'vitest-hardware/skillset'

/** SwiftFormer. additive attention with one global query (arXiv:2303.15446); two classifiers whose mean counts; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const swiftformer = {
  checkpoint: 'MBZUAI/swiftformer-xs',
  imageClassification: imageClassification({ model: 'swiftformer', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'swiftformer' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'swiftformer' }),
} as const
