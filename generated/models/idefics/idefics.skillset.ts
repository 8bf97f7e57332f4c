// Made by vitest-hardware 0.1.0 from 68f914185d9aa3f6; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText, pretraining } from 'vitest-hardware/skillset'

/** IDEFICS. weights of the gated cross-attention layers are named within the layer that they stand before; Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const idefics = {
  checkpoint: 'HuggingFaceM4/idefics-9b',
  imageTextToText: imageTextToText({ model: 'idefics' }),
  featureExtraction: featureExtraction({ model: 'idefics' }),
  anyToAny: anyToAny({ model: 'idefics' }),
  pretraining: pretraining({ model: 'idefics' }),
} as const
