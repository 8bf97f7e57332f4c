// Made by vitest-hardware 0.1.0 from 2615d312431e370f; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, questionAnswering, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** Arcee. squared ReLU without a gate. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const arcee = {
  checkpoint: 'arcee-ai/AFM-4.5B',
  textGeneration: textGeneration({ model: 'arcee' }),
  featureExtraction: featureExtraction({ model: 'arcee' }),
  textClassification: textClassification({ model: 'arcee', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'arcee' }),
  tokenClassification: tokenClassification({ model: 'arcee', labels: 3 }),
} as const
