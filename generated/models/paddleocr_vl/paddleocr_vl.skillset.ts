// Made by vitest-hardware 0.1.0 from 2de0b020a0ade200; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, imageTextToText } from 'vitest-hardware/skillset'

/** PaddleOCRVL. all images of one call have the grid of the first row of image_grid_thw; Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const paddleocrVl = {
  checkpoint: 'PaddlePaddle/PaddleOCR-VL',
  imageTextToText: imageTextToText({ model: 'paddleocr_vl' }),
  anyToAny: anyToAny({ model: 'paddleocr_vl' }),
} as const
