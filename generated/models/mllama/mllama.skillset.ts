// Made by vitest-hardware 0.1.0 from 8d5ea95ac663ab65; do not edit, "vitest-hardware generate" writes it anew.
import {
  anyToAny,
  featureExtraction,
  imageFeatureExtraction,
  imageTextToText,
  pretraining,
  textEncoding,
  textGeneration,
} from 'vitest-hardware/skillset'

/** Mllama. Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const mllama = {
  checkpoint: 'meta-llama/Llama-3.2-11B-Vision',
  imageTextToText: imageTextToText({ model: 'mllama' }),
  featureExtraction: featureExtraction({ model: 'mllama' }),
  anyToAny: anyToAny({ model: 'mllama' }),
  pretraining: pretraining({ model: 'mllama' }),
  textGeneration: textGeneration({ model: 'mllama' }),
  textEncoding: textEncoding({ model: 'mllama' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'mllama' }),
} as const
