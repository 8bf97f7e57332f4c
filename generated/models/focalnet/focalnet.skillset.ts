// Made by vitest-hardware 0.1.0 from 0fb2408830701df9; do not edit, "vitest-hardware generate" writes it anew.
import { backbone, featureExtraction, imageClassification, imageFeatureExtraction, maskedImageModeling } from 'vitest-hardware/skillset'

/** FocalNet. a context gathered by growing filters multiplies each token (arXiv:2203.11926); Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const focalnet = {
  checkpoint: 'microsoft/focalnet-tiny',
  imageClassification: imageClassification({ model: 'focalnet', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'focalnet' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'focalnet' }),
  maskedImageModeling: maskedImageModeling({ model: 'focalnet' }),
  backbone: backbone({ model: 'focalnet' }),
} as const
