// Made by vitest-hardware 0.1.0 from e65ed5904fd6e0f7; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageClassification, imageFeatureExtraction } from 'vitest-hardware/skillset'

/** PVT. learned positions in each stage, a class token in the last one (arXiv:2102.12122). Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const pvt = {
  checkpoint: 'Xrenya/pvt-tiny-224',
  imageClassification: imageClassification({ model: 'pvt', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'pvt' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'pvt' }),
} as const
