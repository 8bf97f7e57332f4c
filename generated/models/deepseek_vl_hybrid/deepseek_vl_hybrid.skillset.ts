// Made by vitest-hardware 0.1.0 from a69998dff064f4cb; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText } from 'vitest-hardware/skillset'

/** DeepseekVLHybrid. Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const deepseekVlHybrid = {
  checkpoint: 'deepseek-community/deepseek-vl-7b-chat',
  imageTextToText: imageTextToText({ model: 'deepseek_vl_hybrid' }),
  featureExtraction: featureExtraction({ model: 'deepseek_vl_hybrid' }),
  anyToAny: anyToAny({ model: 'deepseek_vl_hybrid' }),
} as const
