// Made by vitest-hardware 0.1.0 from ab820a4364274e65; do not edit, "vitest-hardware generate" writes it anew.
import { backbone, featureExtraction, imageClassification, imageFeatureExtraction, maskedImageModeling } from 'vitest-hardware/skillset'

/** Swin Transformer. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const swin = {
  checkpoint: 'microsoft/swin-tiny-patch4-window7-224',
  imageClassification: imageClassification({ model: 'swin', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'swin' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'swin' }),
  maskedImageModeling: maskedImageModeling({ model: 'swin' }),
  backbone: backbone({ model: 'swin' }),
} as const
