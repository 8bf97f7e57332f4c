// Made by vitest-hardware 0.1.0 from a6f1c308bfe6869b; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, questionAnswering, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** Ministral. heads wider than hidden size / heads; layers with a window and without in turn. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const ministral = {
  checkpoint: 'mistralai/Ministral-8B-Instruct-2410',
  textGeneration: textGeneration({ model: 'ministral' }),
  featureExtraction: featureExtraction({ model: 'ministral' }),
  textClassification: textClassification({ model: 'ministral', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'ministral' }),
  tokenClassification: tokenClassification({ model: 'ministral', labels: 3 }),
} as const
