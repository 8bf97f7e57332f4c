// Made by vitest-hardware 0.1.0 from 019f8f6ea5af4f6d; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  fillMask,
  pretraining,
  questionAnswering,
  textClassification,
  textEncoding,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** DeBERTa. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const deberta = {
  checkpoint: 'microsoft/deberta-base',
  fillMask: fillMask({ model: 'deberta' }),
  featureExtraction: featureExtraction({ model: 'deberta' }),
  pretraining: pretraining({ model: 'deberta' }),
  textClassification: textClassification({ model: 'deberta', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'deberta' }),
  tokenClassification: tokenClassification({ model: 'deberta', labels: 3 }),
  textEncoding: textEncoding({ model: 'deberta' }),
} as const
