// Made by vitest-hardware 0.1.0 from 32cdccc33449515d; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText } from 'vitest-hardware/skillset'

/** DeepseekVL. Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const deepseekVl = {
  checkpoint: 'deepseek-community/deepseek-vl-1.3b-chat',
  imageTextToText: imageTextToText({ model: 'deepseek_vl' }),
  featureExtraction: featureExtraction({ model: 'deepseek_vl' }),
  anyToAny: anyToAny({ model: 'deepseek_vl' }),
} as const
