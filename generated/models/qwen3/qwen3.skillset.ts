// Made by vitest-hardware 0.1.0 from 2cd28749e403583b; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, questionAnswering, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** Qwen3. queries and keys are normalised per head; no biases. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const qwen3 = {
  checkpoint: 'Qwen/Qwen3-8B',
  textGeneration: textGeneration({ model: 'qwen3' }),
  featureExtraction: featureExtraction({ model: 'qwen3' }),
  textClassification: textClassification({ model: 'qwen3', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'qwen3' }),
  tokenClassification: tokenClassification({ model: 'qwen3', labels: 3 }),
} as const
