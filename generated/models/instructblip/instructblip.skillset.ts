// Made by vitest-hardware 0.1.0 from 9a6735820e8f2dd4; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText } from 'vitest-hardware/skillset'

/** InstructBLIP. with a decoder of Llama, as Vicuna is; Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const instructblip = {
  checkpoint: 'Salesforce/instructblip-flan-t5-xl',
  imageTextToText: imageTextToText({ model: 'instructblip' }),
  featureExtraction: featureExtraction({ model: 'instructblip' }),
  anyToAny: anyToAny({ model: 'instructblip' }),
} as const
