// Made by vitest-hardware 0.1.0 from e1f72d06579e8df0; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageClassification, imageFeatureExtraction } from 'vitest-hardware/skillset'

/** RegNet. grouped convolutions with squeeze and excitation (arXiv:2003.13678); Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const regnet = {
  checkpoint: 'facebook/regnet-y-040',
  imageClassification: imageClassification({ model: 'regnet', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'regnet' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'regnet' }),
} as const
