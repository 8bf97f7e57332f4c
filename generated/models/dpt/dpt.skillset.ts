// Made by vitest-hardware 0.1.0 from cceaaebea17e9e6f; do not edit, "vitest-hardware generate" writes it anew.
import { depthEstimation, featureExtraction, imageFeatureExtraction, imageSegmentation } from 'vitest-hardware/skillset'

/** DPT. patches of four layers put together at four scales and fused from coarse to fine. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const dpt = {
  checkpoint: 'Intel/dpt-large',
  depthEstimation: depthEstimation({ model: 'dpt' }),
  imageSegmentation: imageSegmentation({ model: 'dpt', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'dpt' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'dpt' }),
} as const
