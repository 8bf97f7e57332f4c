// Made by vitest-hardware 0.1.0 from 12febdc20bd293d4; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageFeatureExtraction, objectDetection } from 'vitest-hardware/skillset'

/** Deformable DETR. attention reads a few places around a reference in four maps of different scales; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const deformableDetr = {
  checkpoint: 'SenseTime/deformable-detr',
  objectDetection: objectDetection({ model: 'deformable_detr', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'deformable_detr' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'deformable_detr' }),
} as const
