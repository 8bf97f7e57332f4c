// Made by vitest-hardware 0.1.0 from 491e7dcea8ced37a; do not edit, "vitest-hardware generate" writes it anew.
import { backbone, featureExtraction, imageClassification, imageFeatureExtraction } from 'vitest-hardware/skillset'

/** ResNet. height and width are free, from 32 on. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const resnet = {
  checkpoint: 'microsoft/resnet-50',
  imageClassification: imageClassification({ model: 'resnet', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'resnet' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'resnet' }),
  backbone: backbone({ model: 'resnet' }),
} as const
