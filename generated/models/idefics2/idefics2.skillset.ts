// Made by vitest-hardware 0.1.0 from 0e866bf91684441f; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText, pretraining } from 'vitest-hardware/skillset'

/** Idefics2. Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const idefics2 = {
  checkpoint: 'HuggingFaceM4/idefics2-8b',
  imageTextToText: imageTextToText({ model: 'idefics2' }),
  featureExtraction: featureExtraction({ model: 'idefics2' }),
  anyToAny: anyToAny({ model: 'idefics2' }),
  pretraining: pretraining({ model: 'idefics2' }),
} as const
