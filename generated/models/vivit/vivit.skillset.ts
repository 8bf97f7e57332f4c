// Made by vitest-hardware 0.1.0 from c29fd34128a849f9; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageFeatureExtraction, videoClassification } from 'vitest-hardware/skillset'

/** ViViT. blocks of two frames and a class token with learned positions; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const vivit = {
  checkpoint: 'google/vivit-b-16x2-kinetics400',
  videoClassification: videoClassification({ model: 'vivit', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'vivit' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'vivit' }),
} as const
