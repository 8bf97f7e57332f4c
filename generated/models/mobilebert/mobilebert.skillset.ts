// Made by vitest-hardware 0.1.0 from bb5273e765565cb7; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  fillMask,
  multipleChoice,
  nextSentencePrediction,
  questionAnswering,
  textClassification,
  textEncoding,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** MobileBERT. narrow layers within bottlenecks, words beside their neighbours, no norm but a weight and a bias for each element. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const mobilebert = {
  checkpoint: 'google/mobilebert-uncased',
  fillMask: fillMask({ model: 'mobilebert' }),
  featureExtraction: featureExtraction({ model: 'mobilebert' }),
  textClassification: textClassification({ model: 'mobilebert', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'mobilebert' }),
  tokenClassification: tokenClassification({ model: 'mobilebert', labels: 3 }),
  multipleChoice: multipleChoice({ model: 'mobilebert' }),
  nextSentencePrediction: nextSentencePrediction({ model: 'mobilebert' }),
  textEncoding: textEncoding({ model: 'mobilebert' }),
} as const
