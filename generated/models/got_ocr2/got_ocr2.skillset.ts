// Made by vitest-hardware 0.1.0 from ed8deb1a8a7341bc; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText, textGeneration } from 'vitest-hardware/skillset'

/** GOT-OCR2. Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const gotOcr2 = {
  checkpoint: 'facebook/sam-vit-huge',
  imageTextToText: imageTextToText({ model: 'got_ocr2' }),
  featureExtraction: featureExtraction({ model: 'got_ocr2' }),
  anyToAny: anyToAny({ model: 'got_ocr2' }),
  textGeneration: textGeneration({ model: 'got_ocr2' }),
} as const
