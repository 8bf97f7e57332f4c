// Made by vitest-hardware 0.1.0 from 3b0a66fdd95d6f31; do not edit, "vitest-hardware generate" writes it anew.
import {
  documentQuestionAnswering,
  featureExtraction,
  questionAnswering,
  textClassification,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** LayoutLMv3. scores are not divided and multiplied again around the softmax's maximum, which is the same function; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const layoutlmv3 = {
  checkpoint: 'microsoft/layoutlmv3-base',
  featureExtraction: featureExtraction({ model: 'layoutlmv3' }),
  textClassification: textClassification({ model: 'layoutlmv3', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'layoutlmv3' }),
  documentQuestionAnswering: documentQuestionAnswering({ model: 'layoutlmv3' }),
  tokenClassification: tokenClassification({ model: 'layoutlmv3', labels: 3 }),
} as const
