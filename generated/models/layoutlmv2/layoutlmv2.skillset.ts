// Made by vitest-hardware 0.1.0 from 4f098aa8d2b3cfe6; do not edit, "vitest-hardware generate" writes it anew.
import {
  documentQuestionAnswering,
  featureExtraction,
  questionAnswering,
  textClassification,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** LayoutLMv2. the picture's network is Detectron2's ResNeXt with a pyramid; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const layoutlmv2 = {
  checkpoint: 'microsoft/layoutlmv2-base-uncased',
  featureExtraction: featureExtraction({ model: 'layoutlmv2' }),
  textClassification: textClassification({ model: 'layoutlmv2', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'layoutlmv2' }),
  documentQuestionAnswering: documentQuestionAnswering({ model: 'layoutlmv2' }),
  tokenClassification: tokenClassification({ model: 'layoutlmv2', labels: 3 }),
} as const
