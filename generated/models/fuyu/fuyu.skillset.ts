// Made by vitest-hardware 0.1.0 from 19f23ccebaab10f9; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText, textGeneration } from 'vitest-hardware/skillset'

/** Fuyu. no vision tower: patches go through one product into the decoder; Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const fuyu = {
  checkpoint: 'adept/fuyu-8b',
  imageTextToText: imageTextToText({ model: 'fuyu' }),
  featureExtraction: featureExtraction({ model: 'fuyu' }),
  anyToAny: anyToAny({ model: 'fuyu' }),
  textGeneration: textGeneration({ model: 'fuyu' }),
} as const
