// Made by vitest-hardware 0.1.0 from 371387bf36744737; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, questionAnswering, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** Mixtral. Transformers.js 4.3 has no class for mixtral. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const mixtral = {
  checkpoint: 'mistralai/Mixtral-8x7B-v0.1',
  textGeneration: textGeneration({ model: 'mixtral' }),
  featureExtraction: featureExtraction({ model: 'mixtral' }),
  textClassification: textClassification({ model: 'mixtral', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'mixtral' }),
  tokenClassification: tokenClassification({ model: 'mixtral', labels: 3 }),
} as const
