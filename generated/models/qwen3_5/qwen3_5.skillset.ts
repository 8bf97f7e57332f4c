// Made by vitest-hardware 0.1.0 from 0d536c961565d4b1; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText, textClassification, textGeneration } from 'vitest-hardware/skillset'

/** Qwen3_5. gated delta networks to one layer of gated attention; all images of one call have the grid of the first row of image_grid_thw; Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const qwen3_5 = {
  checkpoint: 'Qwen/Qwen3.5-27B',
  imageTextToText: imageTextToText({ model: 'qwen3_5' }),
  featureExtraction: featureExtraction({ model: 'qwen3_5' }),
  anyToAny: anyToAny({ model: 'qwen3_5' }),
  textGeneration: textGeneration({ model: 'qwen3_5' }),
  textClassification: textClassification({ model: 'qwen3_5', labels: 3 }),
} as const
