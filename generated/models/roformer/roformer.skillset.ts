// Made by vitest-hardware 0.1.0 from f5e7bcc9e66ef1da; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  fillMask,
  multipleChoice,
  questionAnswering,
  textClassification,
  textEncoding,
  textGeneration,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** RoFormer. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const roformer = {
  checkpoint: 'junnyu/roformer_chinese_base',
  fillMask: fillMask({ model: 'roformer' }),
  featureExtraction: featureExtraction({ model: 'roformer' }),
  textClassification: textClassification({ model: 'roformer', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'roformer' }),
  tokenClassification: tokenClassification({ model: 'roformer', labels: 3 }),
  multipleChoice: multipleChoice({ model: 'roformer' }),
  textGeneration: textGeneration({ model: 'roformer' }),
  textEncoding: textEncoding({ model: 'roformer' }),
} as const
