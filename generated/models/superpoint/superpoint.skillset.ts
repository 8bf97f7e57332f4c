// Made by vitest-hardware 0.1.0 from 07378050960a2342; do not edit, "vitest-hardware generate" writes it anew.
import { keypointDetection } from 'vitest-hardware/skillset'

/** SuperPoint. a score for each pixel of a cell, neighbours suppressed, descriptors between cells; the best `max_keypoints` of each image; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const superpoint = {
  checkpoint: 'magic-leap-community/superpoint',
  keypointDetection: keypointDetection({ model: 'superpoint' }),
} as const
