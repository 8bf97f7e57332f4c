// Made by vitest-hardware 0.1.0 from 0b9820fdc4d7e088; do not edit, "vitest-hardware generate" writes it anew.
import { textToImage } from 'vitest-hardware/skillset'

/** Latent Diffusion. Stable Diffusion’s forerunner: a text transformer of its own in place of CLIP’s; a pipeline of several graphs, which Transformers.js does not have. */
export const latentDiffusion = {
  textToImage: textToImage({ model: 'latent-diffusion' }),
} as const
