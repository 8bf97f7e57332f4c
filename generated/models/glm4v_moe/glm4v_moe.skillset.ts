// Made by vitest-hardware 0.1.0 from 2dd04476a312093f; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText } from 'vitest-hardware/skillset'

/** GLM4VMOE. all images of one call have the grid of the first row of image_grid_thw; Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const glm4vMoe = {
  checkpoint: 'zai-org/GLM-4.5V',
  imageTextToText: imageTextToText({ model: 'glm4v_moe' }),
  featureExtraction: featureExtraction({ model: 'glm4v_moe' }),
  anyToAny: anyToAny({ model: 'glm4v_moe' }),
} as const
