// Made by vitest-hardware 0.1.0 from e6de6266d0c3bdea; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageSegmentation, zeroShotImageClassification } from 'vitest-hardware/skillset'

/** CLIPSeg. pairs are scored as CLIP does it; the decoder is the head for image-segmentation, the class without is that of both towers. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const clipseg = {
  checkpoint: 'CIDAS/clipseg-rd64',
  zeroShotImageClassification: zeroShotImageClassification({ model: 'clipseg' }),
  featureExtraction: featureExtraction({ model: 'clipseg' }),
  imageSegmentation: imageSegmentation({ model: 'clipseg', labels: 32 }),
} as const
