// Made by vitest-hardware 0.1.0 from c01a6c6d06a3bfbe; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText, pretraining } from 'vitest-hardware/skillset'

/** PaliGemma. a prompt is read as a prefix, both ways (arXiv:2407.07726, §3.1); Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const paligemma = {
  checkpoint: 'google/paligemma-3b-pt-224',
  imageTextToText: imageTextToText({ model: 'paligemma' }),
  featureExtraction: featureExtraction({ model: 'paligemma' }),
  anyToAny: anyToAny({ model: 'paligemma' }),
  pretraining: pretraining({ model: 'paligemma' }),
} as const
