// Made by vitest-hardware 0.1.0 from df4b6115c9104e90; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  fillMask,
  multipleChoice,
  pretraining,
  questionAnswering,
  textClassification,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** MPNet. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const mpnet = {
  checkpoint: 'microsoft/mpnet-base',
  fillMask: fillMask({ model: 'mpnet' }),
  featureExtraction: featureExtraction({ model: 'mpnet' }),
  textClassification: textClassification({ model: 'mpnet', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'mpnet' }),
  tokenClassification: tokenClassification({ model: 'mpnet', labels: 3 }),
  multipleChoice: multipleChoice({ model: 'mpnet' }),
  pretraining: pretraining({ model: 'mpnet' }),
} as const
