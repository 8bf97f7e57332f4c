// Made by vitest-hardware 0.1.0 from 09f4f16314010af7; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageFeatureExtraction, imageTextToText } from 'vitest-hardware/skillset'

/** Cohere2Vision. Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const cohere2Vision = {
  checkpoint: 'CohereLabs/command-a-vision-07-2025',
  imageTextToText: imageTextToText({ model: 'cohere2_vision' }),
  featureExtraction: featureExtraction({ model: 'cohere2_vision' }),
  anyToAny: anyToAny({ model: 'cohere2_vision' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'cohere2_vision' }),
} as const
