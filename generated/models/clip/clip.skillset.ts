// Made by vitest-hardware 0.1.0 from 280c98d58504338c; do not edit, "vitest-hardware generate" writes it anew.
import { zeroShotImageClassification } from 'vitest-hardware/skillset'

/** CLIP. text_model and vision_model are what CLIPTextModelWithProjection and CLIPVisionModelWithProjection load. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const clip = {
  checkpoint: 'openai/clip-vit-base-patch32',
  zeroShotImageClassification: zeroShotImageClassification({ model: 'clip' }),
} as const
