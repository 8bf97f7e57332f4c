// Made by vitest-hardware 0.1.0 from 6bfc97f2b1eed172; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageClassification, imageFeatureExtraction } from 'vitest-hardware/skillset'

/** VAN. attention by large depthwise kernels (arXiv:2202.09741); Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const van = {
  checkpoint: 'Visual-Attention-Network/van-base',
  imageClassification: imageClassification({ model: 'van', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'van' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'van' }),
} as const
