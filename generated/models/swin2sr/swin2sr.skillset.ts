// Made by vitest-hardware 0.1.0 from f50703fc173edf81; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageFeatureExtraction, imageToImage } from 'vitest-hardware/skillset'

/** Swin2SR. Swin Transformer V2’s layers on one grid with a convolution behind each stage, then four channels for each pixel. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const swin2sr = {
  checkpoint: 'caidas/swin2sr-classicalsr-x2-64',
  imageToImage: imageToImage({ model: 'swin2sr' }),
  featureExtraction: featureExtraction({ model: 'swin2sr' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'swin2sr' }),
} as const
