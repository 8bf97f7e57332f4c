// Made by vitest-hardware 0.1.0 from 9f1b65a918fd6446; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, questionAnswering, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** Ministral3. rotated queries grow with the logarithm of their position. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const ministral3 = {
  checkpoint: 'mistralai/Ministral-3-8B-Base-2512',
  textGeneration: textGeneration({ model: 'ministral3' }),
  featureExtraction: featureExtraction({ model: 'ministral3' }),
  textClassification: textClassification({ model: 'ministral3', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'ministral3' }),
  tokenClassification: tokenClassification({ model: 'ministral3', labels: 3 }),
} as const
