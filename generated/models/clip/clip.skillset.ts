// Made by vitest-hardware 0.1.0 from 3be4de679f47201c; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageClassification, zeroShotImageClassification } from 'vitest-hardware/skillset'

/** CLIP. text_model and vision_model are what CLIPTextModelWithProjection and CLIPVisionModelWithProjection load. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const clip = {
  checkpoint: 'openai/clip-vit-base-patch32',
  zeroShotImageClassification: zeroShotImageClassification({ model: 'clip' }),
  featureExtraction: featureExtraction({ model: 'clip' }),
  imageClassification: imageClassification({ model: 'clip', labels: 10 }),
} as const
