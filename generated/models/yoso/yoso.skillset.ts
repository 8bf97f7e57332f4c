// Made by vitest-hardware 0.1.0 from 28632744f10123ea; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  fillMask,
  multipleChoice,
  questionAnswering,
  textClassification,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** YOSO. attention by the chance of a hash collision in place of softmax, in expectation; Transformers.js 4.3 has no class for yoso. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const yoso = {
  checkpoint: 'uw-madison/yoso-4096',
  fillMask: fillMask({ model: 'yoso' }),
  featureExtraction: featureExtraction({ model: 'yoso' }),
  textClassification: textClassification({ model: 'yoso', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'yoso' }),
  tokenClassification: tokenClassification({ model: 'yoso', labels: 3 }),
  multipleChoice: multipleChoice({ model: 'yoso' }),
} as const
