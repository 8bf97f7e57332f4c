// Made by vitest-hardware 0.1.0 from 7a9ae11791ad4618; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText } from 'vitest-hardware/skillset'

/** InstructBlipVideo. videos are of two frames, each read with the whole instruction; with a decoder of Llama, as Vicuna is; Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const instructblipvideo = {
  checkpoint: 'Salesforce/instructblip-flan-t5-xl',
  imageTextToText: imageTextToText({ model: 'instructblipvideo' }),
  featureExtraction: featureExtraction({ model: 'instructblipvideo' }),
  anyToAny: anyToAny({ model: 'instructblipvideo' }),
} as const
