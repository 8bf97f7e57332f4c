// Made by vitest-hardware 0.1.0 from 3435bb5fcd9b5860; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText } from 'vitest-hardware/skillset'

/** Qwen2VL. all images of one call have the grid of the first row of image_grid_thw; Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const qwen2Vl = {
  checkpoint: 'Qwen/Qwen2-VL-7B-Instruct',
  imageTextToText: imageTextToText({ model: 'qwen2_vl' }),
  featureExtraction: featureExtraction({ model: 'qwen2_vl' }),
  anyToAny: anyToAny({ model: 'qwen2_vl' }),
} as const
