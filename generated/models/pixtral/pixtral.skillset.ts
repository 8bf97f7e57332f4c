// Made by vitest-hardware 0.1.0 from bdeb89169bbc0985; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction } from 'vitest-hardware/skillset'

/** Pixtral. images of one size: where upstream crops each to its `image_sizes`, all count whole; the output has one sequence of all images; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const pixtral = {
  checkpoint: 'mistral-labs/pixtral-12b',
  featureExtraction: featureExtraction({ model: 'pixtral' }),
} as const
