// Made by vitest-hardware 0.1.0 from 178065578f00f6d0; do not edit, "vitest-hardware generate" writes it anew.
import { classConditionalImageGeneration } from 'vitest-hardware/skillset'

/** Diffusion Transformer. diffusers’ class-conditional transformer, a pipeline of several graphs, which Transformers.js does not have. */
export const dit = {
  classConditionalImageGeneration: classConditionalImageGeneration({ model: 'dit' }),
} as const
