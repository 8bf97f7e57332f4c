// Made by vitest-hardware 0.1.0 from de16559f34d1d0f2; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText } from 'vitest-hardware/skillset'

/** Lfm2Vl. all images of one call have the shape of the first row of spatial_shapes; Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const lfm2Vl = {
  checkpoint: 'LiquidAI/LFM2-VL-1.6B',
  imageTextToText: imageTextToText({ model: 'lfm2_vl' }),
  featureExtraction: featureExtraction({ model: 'lfm2_vl' }),
  anyToAny: anyToAny({ model: 'lfm2_vl' }),
} as const
