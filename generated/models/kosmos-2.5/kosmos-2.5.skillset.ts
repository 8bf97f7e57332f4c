// Made by vitest-hardware 0.1.0 from aaff7b9463d55099; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText } from 'vitest-hardware/skillset'

/** KOSMOS-2.5. Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const kosmos2_5 = {
  checkpoint: 'microsoft/kosmos-2.5',
  imageTextToText: imageTextToText({ model: 'kosmos-2.5' }),
  featureExtraction: featureExtraction({ model: 'kosmos-2.5' }),
  anyToAny: anyToAny({ model: 'kosmos-2.5' }),
} as const
