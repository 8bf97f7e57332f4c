// Made by vitest-hardware 0.1.0 from f03fe37fc8401a8b; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageClassification, imageFeatureExtraction, imageSegmentation } from 'vitest-hardware/skillset'

/** SegFormer. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const segformer = {
  checkpoint: 'ByteDance-Seed/Seed-OSS-36B-Instruct',
  imageClassification: imageClassification({ model: 'segformer', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'segformer' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'segformer' }),
  imageSegmentation: imageSegmentation({ model: 'segformer', labels: 10 }),
} as const
