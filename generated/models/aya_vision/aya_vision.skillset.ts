// Made by vitest-hardware 0.1.0 from 35085fa01886739a; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText } from 'vitest-hardware/skillset'

/** AyaVision. Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const ayaVision = {
  checkpoint: 'CohereForAI/aya-vision-8b',
  imageTextToText: imageTextToText({ model: 'aya_vision' }),
  featureExtraction: featureExtraction({ model: 'aya_vision' }),
  anyToAny: anyToAny({ model: 'aya_vision' }),
} as const
