// Made by vitest-hardware 0.1.0 from 0ec083b887ddda0b; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText } from 'vitest-hardware/skillset'

/** LightOnOcr. Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const lightonOcr = {
  checkpoint: 'lightonai/LightOnOCR-1B-1025',
  imageTextToText: imageTextToText({ model: 'lighton_ocr' }),
  featureExtraction: featureExtraction({ model: 'lighton_ocr' }),
  anyToAny: anyToAny({ model: 'lighton_ocr' }),
} as const
