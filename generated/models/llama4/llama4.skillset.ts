// Made by vitest-hardware 0.1.0 from 50c6945f1385d50a; do not edit, "vitest-hardware generate" writes it anew.
import {
  anyToAny,
  featureExtraction,
  imageFeatureExtraction,
  imageTextToText,
  textEncoding,
  textGeneration,
} from 'vitest-hardware/skillset'

/** Llama4. Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const llama4 = {
  checkpoint: 'meta-llama/Llama-4-Scout-17B-16E',
  imageTextToText: imageTextToText({ model: 'llama4' }),
  anyToAny: anyToAny({ model: 'llama4' }),
  featureExtraction: featureExtraction({ model: 'llama4' }),
  textGeneration: textGeneration({ model: 'llama4' }),
  textEncoding: textEncoding({ model: 'llama4' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'llama4' }),
} as const
