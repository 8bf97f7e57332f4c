// Made by vitest-hardware 0.1.0 from e8440ccbb30f7356; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText } from 'vitest-hardware/skillset'

/** Ovis2. Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const ovis2 = {
  checkpoint: 'thisisiron/Ovis2-1B-hf',
  imageTextToText: imageTextToText({ model: 'ovis2' }),
  featureExtraction: featureExtraction({ model: 'ovis2' }),
  anyToAny: anyToAny({ model: 'ovis2' }),
} as const
