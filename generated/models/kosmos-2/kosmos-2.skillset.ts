// Made by vitest-hardware 0.1.0 from 85725fe13ce78608; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText } from 'vitest-hardware/skillset'

/** KOSMOS-2. Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const kosmos2 = {
  checkpoint: 'microsoft/kosmos-2-patch14-224',
  imageTextToText: imageTextToText({ model: 'kosmos-2' }),
  featureExtraction: featureExtraction({ model: 'kosmos-2' }),
  anyToAny: anyToAny({ model: 'kosmos-2' }),
} as const
