// Made by vitest-hardware 0.1.0 from e15b2d67037cc018; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText } from 'vitest-hardware/skillset'

/** GLM4V. all images of one call have the grid of the first row of image_grid_thw; Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const glm4v = {
  checkpoint: 'zai-org/GLM-4.1V-9B-Thinking',
  imageTextToText: imageTextToText({ model: 'glm4v' }),
  featureExtraction: featureExtraction({ model: 'glm4v' }),
  anyToAny: anyToAny({ model: 'glm4v' }),
} as const
