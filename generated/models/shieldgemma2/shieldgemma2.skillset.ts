// Made by vitest-hardware 0.1.0 from ee8d60bb3f8b2467; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, imageClassification, imageTextToText } from 'vitest-hardware/skillset'

/** Shieldgemma2. Gemma 3 with another head: "Yes" against "No" at the last token; Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const shieldgemma2 = {
  checkpoint: 'google/shieldgemma-2-4b-it',
  imageTextToText: imageTextToText({ model: 'shieldgemma2' }),
  anyToAny: anyToAny({ model: 'shieldgemma2' }),
  imageClassification: imageClassification({ model: 'shieldgemma2', labels: 2 }),
} as const
