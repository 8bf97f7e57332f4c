// Made by vitest-hardware 0.1.0 from 605bd43bbb1f3535; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageClassification, zeroShotImageClassification } from 'vitest-hardware/skillset'

/** SigLIP2. images are lists of patches with a mask, all of one call of the first one’s shape; Transformers.js has no class for it, and no tokenizer here is Gemma’s with SigLIP’s template. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const siglip2 = {
  checkpoint: 'google/siglip2-base-patch16-naflex',
  zeroShotImageClassification: zeroShotImageClassification({ model: 'siglip2' }),
  featureExtraction: featureExtraction({ model: 'siglip2' }),
  imageClassification: imageClassification({ model: 'siglip2', labels: 10 }),
} as const
