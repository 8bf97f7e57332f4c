// Made by vitest-hardware 0.1.0 from 989afec5590b5a30; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText, pretraining } from 'vitest-hardware/skillset'

/** Idefics3. Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const idefics3 = {
  checkpoint: 'HuggingFaceM4/Idefics3-8B-Llama3',
  imageTextToText: imageTextToText({ model: 'idefics3' }),
  featureExtraction: featureExtraction({ model: 'idefics3' }),
  anyToAny: anyToAny({ model: 'idefics3' }),
  pretraining: pretraining({ model: 'idefics3' }),
} as const
