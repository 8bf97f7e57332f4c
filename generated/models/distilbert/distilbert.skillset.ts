// Made by vitest-hardware 0.1.0 from 7d5d30de0879ef74; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  fillMask,
  multipleChoice,
  pretraining,
  questionAnswering,
  textClassification,
  textEncoding,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** DistilBERT. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const distilbert = {
  checkpoint: 'google/distilbert-base-uncased',
  fillMask: fillMask({ model: 'distilbert' }),
  featureExtraction: featureExtraction({ model: 'distilbert' }),
  textClassification: textClassification({ model: 'distilbert', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'distilbert' }),
  tokenClassification: tokenClassification({ model: 'distilbert', labels: 3 }),
  multipleChoice: multipleChoice({ model: 'distilbert' }),
  pretraining: pretraining({ model: 'distilbert' }),
  textEncoding: textEncoding({ model: 'distilbert' }),
} as const
