// Made by vitest-hardware 0.1.0 from ae554d5b8f8ee03a; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText, pretraining } from 'vitest-hardware/skillset'

/** Janus. understanding of images; the tokenizer that draws images is no part of this forward pass; Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const janus = {
  checkpoint: 'deepseek-community/Janus-Pro-1B',
  imageTextToText: imageTextToText({ model: 'janus' }),
  featureExtraction: featureExtraction({ model: 'janus' }),
  anyToAny: anyToAny({ model: 'janus' }),
  pretraining: pretraining({ model: 'janus' }),
} as const
