// Made by vitest-hardware 0.1.0 from a74f67ba37ad8c73; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  fillMask,
  multipleChoice,
  pretraining,
  questionAnswering,
  textClassification,
  textEncoding,
  textGeneration,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** Data2VecText. Transformers.js 4.3 has no class for data2vec-text. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const data2vecText = {
  checkpoint: 'facebook/data2vec-text-base',
  fillMask: fillMask({ model: 'data2vec-text' }),
  featureExtraction: featureExtraction({ model: 'data2vec-text' }),
  textClassification: textClassification({ model: 'data2vec-text', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'data2vec-text' }),
  tokenClassification: tokenClassification({ model: 'data2vec-text', labels: 3 }),
  multipleChoice: multipleChoice({ model: 'data2vec-text' }),
  pretraining: pretraining({ model: 'data2vec-text' }),
  textGeneration: textGeneration({ model: 'data2vec-text' }),
  textEncoding: textEncoding({ model: 'data2vec-text' }),
} as const
