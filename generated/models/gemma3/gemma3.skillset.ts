// Made by vitest-hardware 0.1.0 from 34bb04afc5e8977d; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText, pretraining, textClassification, textGeneration } from 'vitest-hardware/skillset'

/** Gemma3ForConditionalGeneration. Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const gemma3 = {
  checkpoint: 'google/gemma-3-4b-it',
  imageTextToText: imageTextToText({ model: 'gemma3' }),
  featureExtraction: featureExtraction({ model: 'gemma3' }),
  anyToAny: anyToAny({ model: 'gemma3' }),
  pretraining: pretraining({ model: 'gemma3' }),
  textGeneration: textGeneration({ model: 'gemma3' }),
  textClassification: textClassification({ model: 'gemma3', labels: 3 }),
} as const
