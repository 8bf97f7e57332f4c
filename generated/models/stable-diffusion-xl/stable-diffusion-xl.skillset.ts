// Made by vitest-hardware 0.1.0 from f048a9c7a7a75766; do not edit, "vitest-hardware generate" writes it anew.
import { textToImage } from 'vitest-hardware/skillset'

/** Stable Diffusion XL. two text towers side by side, transformers only in the deeper block and two layers deep, sizes and pooled text beside the timestep; a pipeline of several graphs, which Transformers.js does not have. */
export const stableDiffusionXl = {
  textToImage: textToImage({ model: 'stable-diffusion-xl' }),
} as const
