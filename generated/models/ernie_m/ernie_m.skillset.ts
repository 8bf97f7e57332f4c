// Made by vitest-hardware 0.1.0 from b5aa6b97111b01b3; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, multipleChoice, questionAnswering, textClassification, tokenClassification } from 'vitest-hardware/skillset'

/** ErnieM. Transformers.js 4.3 has no class for ernie_m. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const ernieM = {
  checkpoint: 'susnato/ernie-m-base_pytorch',
  featureExtraction: featureExtraction({ model: 'ernie_m' }),
  textClassification: textClassification({ model: 'ernie_m', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'ernie_m' }),
  tokenClassification: tokenClassification({ model: 'ernie_m', labels: 3 }),
  multipleChoice: multipleChoice({ model: 'ernie_m' }),
} as const
