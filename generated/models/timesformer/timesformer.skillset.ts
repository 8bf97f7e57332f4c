// Made by vitest-hardware 0.1.0 from f525e57a03658511; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageFeatureExtraction, videoClassification } from 'vitest-hardware/skillset'

/** TimeSformer. attention over time, then over space, in each layer; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const timesformer = {
  checkpoint: 'facebook/timesformer-base-finetuned-k600',
  videoClassification: videoClassification({ model: 'timesformer', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'timesformer' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'timesformer' }),
} as const
