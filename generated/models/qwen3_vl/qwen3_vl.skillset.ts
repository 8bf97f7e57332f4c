// Made by vitest-hardware 0.1.0 from cecffb5bf634336b; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText } from 'vitest-hardware/skillset'

/** Qwen3VL. all images of one call have the grid of the first row of image_grid_thw; Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const qwen3Vl = {
  checkpoint: 'Qwen/Qwen3-VL-4B-Instruct',
  imageTextToText: imageTextToText({ model: 'qwen3_vl' }),
  featureExtraction: featureExtraction({ model: 'qwen3_vl' }),
  anyToAny: anyToAny({ model: 'qwen3_vl' }),
} as const
