// Made by vitest-hardware 0.1.0 from d77fcfd442ab6fe6; do not edit, "vitest-hardware generate" writes it anew.
import { zeroShotImageClassification } from 'vitest-hardware/skillset'

/** SigLIP. text_model and vision_model are what SiglipTextModel and SiglipVisionModel load. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const siglip = {
  checkpoint: 'google/siglip-base-patch16-224',
  zeroShotImageClassification: zeroShotImageClassification({ model: 'siglip' }),
} as const
