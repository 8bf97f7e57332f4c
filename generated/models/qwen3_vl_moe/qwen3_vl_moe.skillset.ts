// Made by vitest-hardware 0.1.0 from 493f3fa289a463bb; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText } from 'vitest-hardware/skillset'

/** Qwen3VLMoe. all images of one call have the grid of the first row of image_grid_thw; Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const qwen3VlMoe = {
  checkpoint: 'Qwen/Qwen3-VL-30B-A3B-Instruct',
  imageTextToText: imageTextToText({ model: 'qwen3_vl_moe' }),
  featureExtraction: featureExtraction({ model: 'qwen3_vl_moe' }),
  anyToAny: anyToAny({ model: 'qwen3_vl_moe' }),
} as const
