// Made by vitest-hardware 0.1.0 from 7bbed43910fe9023; do not edit, "vitest-hardware generate" writes it anew.
import { textToImage } from 'vitest-hardware/skillset'

/** Stable Diffusion. a pipeline of several graphs, which Transformers.js does not have; the folder is laid out as Optimum exports it for diffusers. */
export const stableDiffusion = {
  textToImage: textToImage({ model: 'stable-diffusion' }),
} as const
