// Made by vitest-hardware 0.1.0 from fc58ebe0ce1503d2; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText, pretraining } from 'vitest-hardware/skillset'

/** LLaVa. Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const llava = {
  checkpoint: 'llava-hf/llava-1.5-7b-hf',
  imageTextToText: imageTextToText({ model: 'llava' }),
  featureExtraction: featureExtraction({ model: 'llava' }),
  anyToAny: anyToAny({ model: 'llava' }),
  pretraining: pretraining({ model: 'llava' }),
} as const
