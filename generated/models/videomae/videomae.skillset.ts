// Made by vitest-hardware 0.1.0 from ae251a53afb536a0; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageFeatureExtraction, videoClassification } from 'vitest-hardware/skillset'

/** VideoMAE. blocks of two frames, fixed sines, no bias on keys; with `use_mean_pooling` the bare model has no last norm; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const videomae = {
  checkpoint: 'MCG-NJU/videomae-base',
  videoClassification: videoClassification({ model: 'videomae', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'videomae' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'videomae' }),
} as const
