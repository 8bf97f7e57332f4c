// Made by vitest-hardware 0.1.0 from 69ce5e0a5fee30b0; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  fillMask,
  multipleChoice,
  nextSentencePrediction,
  questionAnswering,
  textClassification,
  textGeneration,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** QDQBert. Transformers.js 4.3 has no class for qdqbert. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const qdqbert = {
  checkpoint: 'google-bert/bert-base-uncased',
  fillMask: fillMask({ model: 'qdqbert' }),
  featureExtraction: featureExtraction({ model: 'qdqbert' }),
  textClassification: textClassification({ model: 'qdqbert', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'qdqbert' }),
  tokenClassification: tokenClassification({ model: 'qdqbert', labels: 3 }),
  multipleChoice: multipleChoice({ model: 'qdqbert' }),
  textGeneration: textGeneration({ model: 'qdqbert' }),
  nextSentencePrediction: nextSentencePrediction({ model: 'qdqbert' }),
} as const
