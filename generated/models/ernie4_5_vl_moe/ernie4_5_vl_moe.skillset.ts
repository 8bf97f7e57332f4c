// Made by vitest-hardware 0.1.0 from 2c569e8f4f55db11; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText } from 'vitest-hardware/skillset'

/** Ernie4_5_VLMoE. images alone, whose pair of frames is twice the same; all images of one call have the grid of the first row of image_grid_thw; Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const ernie4_5VlMoe = {
  checkpoint: 'baidu/ERNIE-4.5-VL-28B-A3B-PT',
  imageTextToText: imageTextToText({ model: 'ernie4_5_vl_moe' }),
  featureExtraction: featureExtraction({ model: 'ernie4_5_vl_moe' }),
  anyToAny: anyToAny({ model: 'ernie4_5_vl_moe' }),
} as const
