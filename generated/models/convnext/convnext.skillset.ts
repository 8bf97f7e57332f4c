// Made by vitest-hardware 0.1.0 from c4603848b45c8a13; do not edit, "vitest-hardware generate" writes it anew.
import { backbone, featureExtraction, imageClassification, imageFeatureExtraction } from 'vitest-hardware/skillset'

/** ConvNeXT. height and width are free, multiples of 32. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const convnext = {
  checkpoint: 'facebook/convnext-tiny-224',
  imageClassification: imageClassification({ model: 'convnext', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'convnext' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'convnext' }),
  backbone: backbone({ model: 'convnext' }),
} as const
