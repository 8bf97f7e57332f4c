// Made by vitest-hardware 0.1.0 from cd0c97c58798fa62; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, pretraining, textClassification, textGeneration } from 'vitest-hardware/skillset'

/** OpenAI GPT. norms behind each sum and none at the end; no cache; its word-level BPE has no tokenizer here; Transformers.js 4.3 has no class for openai-gpt. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const openaiGpt = {
  checkpoint: 'openai-community/openai-gpt',
  textGeneration: textGeneration({ model: 'openai-gpt' }),
  featureExtraction: featureExtraction({ model: 'openai-gpt' }),
  pretraining: pretraining({ model: 'openai-gpt' }),
  textClassification: textClassification({ model: 'openai-gpt', labels: 3 }),
} as const
