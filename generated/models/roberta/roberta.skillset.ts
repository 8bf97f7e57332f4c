// Made by vitest-hardware 0.1.0 from e5791823faec5b20; do not edit, "vitest-hardware generate" writes it anew.
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

/** RoBERTa. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const roberta = {
  checkpoint: 'FacebookAI/roberta-base',
  fillMask: fillMask({ model: 'roberta' }),
  featureExtraction: featureExtraction({ model: 'roberta' }),
  textClassification: textClassification({ model: 'roberta', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'roberta' }),
  tokenClassification: tokenClassification({ model: 'roberta', labels: 3 }),
  multipleChoice: multipleChoice({ model: 'roberta' }),
  pretraining: pretraining({ model: 'roberta' }),
  textGeneration: textGeneration({ model: 'roberta' }),
  textEncoding: textEncoding({ model: 'roberta' }),
} as const
