// Made by vitest-hardware 0.1.0 from 1f02bc9bb57fec7d; do not edit, "vitest-hardware generate" writes it anew.
import { backbone, featureExtraction, imageClassification, imageFeatureExtraction } from 'vitest-hardware/skillset'

/** NAT. attention to the nearest neighbours (arXiv:2204.07143), gathered where upstream has NATTEN kernels; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const nat = {
  checkpoint: 'shi-labs/nat-mini-in1k-224',
  imageClassification: imageClassification({ model: 'nat', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'nat' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'nat' }),
  backbone: backbone({ model: 'nat' }),
} as const
