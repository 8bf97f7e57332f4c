// Made by vitest-hardware 0.1.0 from 3b2024c9885c5cc3; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  fillMask,
  multipleChoice,
  questionAnswering,
  textClassification,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** ConvBERT. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const convbert = {
  checkpoint: 'YituTech/conv-bert-base',
  fillMask: fillMask({ model: 'convbert' }),
  featureExtraction: featureExtraction({ model: 'convbert' }),
  textClassification: textClassification({ model: 'convbert', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'convbert' }),
  tokenClassification: tokenClassification({ model: 'convbert', labels: 3 }),
  multipleChoice: multipleChoice({ model: 'convbert' }),
} as const
