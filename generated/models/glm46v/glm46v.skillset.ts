// Made by vitest-hardware 0.1.0 from 03135c35fda20c0d; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText } from 'vitest-hardware/skillset'

/** Glm46V. upstream loads glm4v's tower and decoder; longer texts; all images of one call have the grid of the first row of image_grid_thw; Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const glm46v = {
  checkpoint: 'zai-org/GLM-4.1V-9B-Thinking',
  imageTextToText: imageTextToText({ model: 'glm46v' }),
  featureExtraction: featureExtraction({ model: 'glm46v' }),
  anyToAny: anyToAny({ model: 'glm46v' }),
} as const
