// Made by vitest-hardware 0.1.0 from 9dacfd2e78ca53a0; do not edit, "vitest-hardware generate" writes it anew.
import { backbone, featureExtraction, imageClassification, imageFeatureExtraction } from 'vitest-hardware/skillset'

/** ConvNeXTV2. global response norm in place of layer scale (arXiv:2301.00808); height and width are free, multiples of 32. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const convnextv2 = {
  checkpoint: 'facebook/convnextv2-tiny-1k-224',
  imageClassification: imageClassification({ model: 'convnextv2', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'convnextv2' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'convnextv2' }),
  backbone: backbone({ model: 'convnextv2' }),
} as const
