// Made by vitest-hardware 0.1.0 from 5370433759f9b2b3; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction } from 'vitest-hardware/skillset'

/** GroupViT. patches are assigned to groups for good, one group each; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const groupvit = {
  checkpoint: 'nvidia/groupvit-gcc-yfcc',
  featureExtraction: featureExtraction({ model: 'groupvit' }),
} as const
