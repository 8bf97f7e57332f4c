// Made by vitest-hardware 0.1.0 from ccc8bbc7014d1426; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText } from 'vitest-hardware/skillset'

/** PerceptionLM. Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const perceptionLm = {
  checkpoint: 'facebook/Perception-LM-1B',
  imageTextToText: imageTextToText({ model: 'perception_lm' }),
  featureExtraction: featureExtraction({ model: 'perception_lm' }),
  anyToAny: anyToAny({ model: 'perception_lm' }),
} as const
