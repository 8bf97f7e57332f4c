// Made by vitest-hardware 0.1.0 from 02aa3e491c30b6ab; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, maskGeneration } from 'vitest-hardware/skillset'

/** SAM. an image encoder in windows, points as Fourier features, a decoder in which tokens and image see each other; prompts are points, boxes and masks are other inputs of upstream’s; Transformers.js loads it in two sessions, image and prompt apart. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const sam = {
  checkpoint: 'facebook/sam-vit-huge',
  maskGeneration: maskGeneration({ model: 'sam' }),
  featureExtraction: featureExtraction({ model: 'sam' }),
} as const
