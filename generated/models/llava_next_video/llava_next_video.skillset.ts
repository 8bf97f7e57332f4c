// Made by vitest-hardware 0.1.0 from aa9069f077f01840; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText, pretraining } from 'vitest-hardware/skillset'

/** LLaVa-NeXT-Video. images are of one tile, videos of two frames; Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const llavaNextVideo = {
  checkpoint: 'llava-hf/LLaVA-NeXT-Video-7B-hf',
  imageTextToText: imageTextToText({ model: 'llava_next_video' }),
  featureExtraction: featureExtraction({ model: 'llava_next_video' }),
  anyToAny: anyToAny({ model: 'llava_next_video' }),
  pretraining: pretraining({ model: 'llava_next_video' }),
} as const
