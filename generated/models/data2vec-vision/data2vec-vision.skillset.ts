// Made by vitest-hardware 0.1.0 from 7fef4f4427b06741; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageClassification, imageFeatureExtraction, imageSegmentation } from 'vitest-hardware/skillset'

/** Data2VecVision. BEiT's modelling code under another name upstream, without its vocabulary and backbone class; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const data2vecVision = {
  checkpoint: 'facebook/data2vec-vision-base',
  imageClassification: imageClassification({ model: 'data2vec-vision', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'data2vec-vision' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'data2vec-vision' }),
  imageSegmentation: imageSegmentation({ model: 'data2vec-vision', labels: 10 }),
} as const
