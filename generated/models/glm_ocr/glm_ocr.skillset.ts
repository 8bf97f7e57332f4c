// Made by vitest-hardware 0.1.0 from f962d590de9fcdb0; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText } from 'vitest-hardware/skillset'

/** Glmocr. all images of one call have the grid of the first row of image_grid_thw; Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const glmOcr = {
  checkpoint: 'zai-org/GLM-OCR',
  imageTextToText: imageTextToText({ model: 'glm_ocr' }),
  featureExtraction: featureExtraction({ model: 'glm_ocr' }),
  anyToAny: anyToAny({ model: 'glm_ocr' }),
} as const
