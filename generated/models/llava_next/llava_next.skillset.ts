// Made by vitest-hardware 0.1.0 from 0d3b21074aba5042; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText, pretraining } from 'vitest-hardware/skillset'

/** LLaVA-NeXT. images are the whole and one row of two tiles, without padding; Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const llavaNext = {
  checkpoint: 'llava-hf/llava-v1.6-mistral-7b-hf',
  imageTextToText: imageTextToText({ model: 'llava_next' }),
  featureExtraction: featureExtraction({ model: 'llava_next' }),
  anyToAny: anyToAny({ model: 'llava_next' }),
  pretraining: pretraining({ model: 'llava_next' }),
} as const
