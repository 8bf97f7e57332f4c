// Made by vitest-hardware 0.1.0 from f67acdba6b7ed83c; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  pretraining,
  questionAnswering,
  textClassification,
  textGeneration,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** MPT. linear biases by distance; no bias anywhere, layer norms included; one projection for query, key and value. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const mpt = {
  checkpoint: 'mosaicml/mpt-7b',
  textGeneration: textGeneration({ model: 'mpt' }),
  featureExtraction: featureExtraction({ model: 'mpt' }),
  pretraining: pretraining({ model: 'mpt' }),
  textClassification: textClassification({ model: 'mpt', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'mpt' }),
  tokenClassification: tokenClassification({ model: 'mpt', labels: 3 }),
} as const
