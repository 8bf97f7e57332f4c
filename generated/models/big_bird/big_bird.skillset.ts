// Made by vitest-hardware 0.1.0 from e65e099acb3aedf1; do not edit, "vitest-hardware generate" writes it anew.
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

/** BigBird. upstream attends to all tokens, `original_full`, where a text is no longer than 5 blocks and the random ones, as all texts here are; Transformers.js 4.3 has no class for big_bird. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const bigBird = {
  checkpoint: 'google/bigbird-roberta-base',
  fillMask: fillMask({ model: 'big_bird' }),
  featureExtraction: featureExtraction({ model: 'big_bird' }),
  textClassification: textClassification({ model: 'big_bird', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'big_bird' }),
  tokenClassification: tokenClassification({ model: 'big_bird', labels: 3 }),
  multipleChoice: multipleChoice({ model: 'big_bird' }),
  pretraining: pretraining({ model: 'big_bird' }),
  textGeneration: textGeneration({ model: 'big_bird' }),
  textEncoding: textEncoding({ model: 'big_bird' }),
} as const
