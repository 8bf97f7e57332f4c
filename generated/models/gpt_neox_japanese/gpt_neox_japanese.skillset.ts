// Made by vitest-hardware 0.1.0 from 9ec614117db0f71c; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** GPT NeoX Japanese. GPT-NeoX in sequence instead of in parallel, without biases but the last attention’s; its word-and-byte vocabulary of Japanese has no tokenizer here; Transformers.js 4.3 has no class for gpt_neox_japanese. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const gptNeoxJapanese = {
  checkpoint: 'abeja/gpt-neox-japanese-2.7b',
  textGeneration: textGeneration({ model: 'gpt_neox_japanese' }),
  featureExtraction: featureExtraction({ model: 'gpt_neox_japanese' }),
} as const
