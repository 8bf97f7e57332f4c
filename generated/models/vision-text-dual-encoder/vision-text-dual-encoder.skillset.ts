// Made by vitest-hardware 0.1.0 from a7479bb807d81517; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction } from 'vitest-hardware/skillset'

/** VisionTextDualEncoder. ViT and BERT as towers, both read through their poolers; any two are possible; Transformers.js has no class for it. */
export const visionTextDualEncoder = {
  featureExtraction: featureExtraction({ model: 'vision-text-dual-encoder' }),
} as const
