// Made by vitest-hardware 0.1.0 from fe4e5ae785af49bb; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText, pretraining } from 'vitest-hardware/skillset'

/** Mistral3. Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const mistral3 = {
  checkpoint: 'mistralai/Mistral-Small-3.1-24B-Instruct-2503',
  imageTextToText: imageTextToText({ model: 'mistral3' }),
  featureExtraction: featureExtraction({ model: 'mistral3' }),
  anyToAny: anyToAny({ model: 'mistral3' }),
  pretraining: pretraining({ model: 'mistral3' }),
} as const
