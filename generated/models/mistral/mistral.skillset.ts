// Made by vitest-hardware 0.1.0 from 839a561d6c98c55b; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, questionAnswering, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** Mistral. a window in every layer. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const mistral = {
  checkpoint: 'mistralai/Mistral-7B-v0.1',
  textGeneration: textGeneration({ model: 'mistral' }),
  featureExtraction: featureExtraction({ model: 'mistral' }),
  textClassification: textClassification({ model: 'mistral', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'mistral' }),
  tokenClassification: tokenClassification({ model: 'mistral', labels: 3 }),
} as const
