// Made by vitest-hardware 0.1.0 from 1b31f1b66f55d25c; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText } from 'vitest-hardware/skillset'

/** LLaVA-NeXT. LLaVA-NeXT's classes with Granite and several of SigLIP's layers; images are the whole and one row of two tiles, without padding; Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const granitevision = {
  checkpoint: 'llava-hf/llava-v1.6-mistral-7b-hf',
  imageTextToText: imageTextToText({ model: 'granitevision' }),
  featureExtraction: featureExtraction({ model: 'granitevision' }),
  anyToAny: anyToAny({ model: 'granitevision' }),
} as const
