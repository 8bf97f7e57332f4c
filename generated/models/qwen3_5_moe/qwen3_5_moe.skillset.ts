// Made by vitest-hardware 0.1.0 from 20371fd4fa0e8e67; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText, textGeneration } from 'vitest-hardware/skillset'

/** Qwen3_5Moe. gated delta networks to one layer of gated attention; all images of one call have the grid of the first row of image_grid_thw; Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const qwen3_5Moe = {
  checkpoint: 'Qwen/Qwen3.5-35B-A3B',
  imageTextToText: imageTextToText({ model: 'qwen3_5_moe' }),
  featureExtraction: featureExtraction({ model: 'qwen3_5_moe' }),
  anyToAny: anyToAny({ model: 'qwen3_5_moe' }),
  textGeneration: textGeneration({ model: 'qwen3_5_moe' }),
} as const
