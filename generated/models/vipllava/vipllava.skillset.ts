// Made by vitest-hardware 0.1.0 from 911bd49db473ca69; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText, pretraining } from 'vitest-hardware/skillset'

/** VipLlava. Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const vipllava = {
  checkpoint: 'llava-hf/vip-llava-7b-hf',
  imageTextToText: imageTextToText({ model: 'vipllava' }),
  featureExtraction: featureExtraction({ model: 'vipllava' }),
  anyToAny: anyToAny({ model: 'vipllava' }),
  pretraining: pretraining({ model: 'vipllava' }),
} as const
