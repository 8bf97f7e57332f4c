// Made by vitest-hardware 0.1.0 from 9e22703513ba9c10; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText } from 'vitest-hardware/skillset'

/** Aria. Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const aria = {
  checkpoint: 'rhymes-ai/Aria',
  imageTextToText: imageTextToText({ model: 'aria' }),
  featureExtraction: featureExtraction({ model: 'aria' }),
  anyToAny: anyToAny({ model: 'aria' }),
} as const
