// Made by vitest-hardware 0.1.0 from 645367a9722f4c60; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText } from 'vitest-hardware/skillset'

/** Chameleon. images become tokens of the one vocabulary; norms of the image’s network have four groups instead of 32; scores of tokens of images are left as they are, where upstream sets them to the least number; Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const chameleon = {
  checkpoint: 'facebook/chameleon-7b',
  imageTextToText: imageTextToText({ model: 'chameleon' }),
  featureExtraction: featureExtraction({ model: 'chameleon' }),
  anyToAny: anyToAny({ model: 'chameleon' }),
} as const
