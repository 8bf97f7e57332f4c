// Made by vitest-hardware 0.1.0 from 1cf44b486dd491aa; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  fillMask,
  multipleChoice,
  nextSentencePrediction,
  pretraining,
  questionAnswering,
  textClassification,
  textEncoding,
  textGeneration,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** BERT. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const bert = {
  checkpoint: 'google-bert/bert-base-uncased',
  fillMask: fillMask({ model: 'bert' }),
  featureExtraction: featureExtraction({ model: 'bert' }),
  textClassification: textClassification({ model: 'bert', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'bert' }),
  tokenClassification: tokenClassification({ model: 'bert', labels: 3 }),
  multipleChoice: multipleChoice({ model: 'bert' }),
  pretraining: pretraining({ model: 'bert' }),
  textGeneration: textGeneration({ model: 'bert' }),
  nextSentencePrediction: nextSentencePrediction({ model: 'bert' }),
  textEncoding: textEncoding({ model: 'bert' }),
} as const
