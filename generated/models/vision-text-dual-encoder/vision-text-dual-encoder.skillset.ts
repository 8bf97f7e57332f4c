// Made by vitest-hardware 0.1.0 from f503a502857cc576; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction } from 'vitest-hardware/skillset'

/** VisionTextDualEncoder. any two towers; here BERT with its pooler, and CLIP’s; Transformers.js 4.3 has no class for vision-text-dual-encoder. */
export const visionTextDualEncoder = {
  featureExtraction: featureExtraction({ model: 'vision-text-dual-encoder' }),
} as const
