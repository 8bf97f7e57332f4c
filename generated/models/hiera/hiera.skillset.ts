// Made by vitest-hardware 0.1.0 from 62a294020c548c34; do not edit, "vitest-hardware generate" writes it anew.
import { backbone, featureExtraction, imageClassification, imageFeatureExtraction, pretraining } from 'vitest-hardware/skillset'

/** Hiera. attention within mask units, queries pooled by a maximum (arXiv:2306.00989). Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const hiera = {
  checkpoint: 'facebook/hiera-base-224',
  imageClassification: imageClassification({ model: 'hiera', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'hiera' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'hiera' }),
  backbone: backbone({ model: 'hiera' }),
  pretraining: pretraining({ model: 'hiera' }),
} as const
