// Made by vitest-hardware 0.1.0 from 94893eb8f797508e; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, questionAnswering, textClassification, tokenClassification } from 'vitest-hardware/skillset'

/** CANINE. characters by their code points, no tokenizer; Transformers.js 4.3 has no class for canine. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const canine = {
  checkpoint: 'google/canine-s',
  featureExtraction: featureExtraction({ model: 'canine' }),
  textClassification: textClassification({ model: 'canine', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'canine' }),
  tokenClassification: tokenClassification({ model: 'canine', labels: 3 }),
} as const
