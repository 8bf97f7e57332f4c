// Made by vitest-hardware 0.1.0 from fafb5b7e18808a44; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  pretraining,
  questionAnswering,
  textClassification,
  textGeneration,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** OpenAI GPT-2. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const gpt2 = {
  checkpoint: 'openai-community/gpt2',
  textGeneration: textGeneration({ model: 'gpt2' }),
  featureExtraction: featureExtraction({ model: 'gpt2' }),
  pretraining: pretraining({ model: 'gpt2' }),
  textClassification: textClassification({ model: 'gpt2', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'gpt2' }),
  tokenClassification: tokenClassification({ model: 'gpt2', labels: 3 }),
} as const
