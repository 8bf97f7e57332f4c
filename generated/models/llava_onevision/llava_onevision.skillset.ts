// Made by vitest-hardware 0.1.0 from 5e5c59189d38c3c7; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText, pretraining } from 'vitest-hardware/skillset'

/** LLaVA-Onevision. images are the whole and one row of two tiles, without padding; Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const llavaOnevision = {
  checkpoint: 'llava-hf/llava-onevision-qwen2-7b-ov-hf',
  imageTextToText: imageTextToText({ model: 'llava_onevision' }),
  featureExtraction: featureExtraction({ model: 'llava_onevision' }),
  anyToAny: anyToAny({ model: 'llava_onevision' }),
  pretraining: pretraining({ model: 'llava_onevision' }),
} as const
