// Made by vitest-hardware 0.1.0 from f3bfeff93861c532; do not edit, "vitest-hardware generate" writes it anew.
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

/** I-BERT. with `quant_mode` off, as published weights come, the integer operators of I-BERT are RoBERTa’s; Transformers.js 4.3 has no class for ibert. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const ibert = {
  checkpoint: 'kssteven/ibert-roberta-base',
  fillMask: fillMask({ model: 'ibert' }),
  featureExtraction: featureExtraction({ model: 'ibert' }),
  textClassification: textClassification({ model: 'ibert', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'ibert' }),
  tokenClassification: tokenClassification({ model: 'ibert', labels: 3 }),
  multipleChoice: multipleChoice({ model: 'ibert' }),
  pretraining: pretraining({ model: 'ibert' }),
  textEncoding: textEncoding({ model: 'ibert' }),
} as const
