// Made by vitest-hardware 0.1.0 from f1212d3286778f84; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageFeatureExtraction, objectDetection } from 'vitest-hardware/skillset'

/** YOLOS. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const yolos = {
  checkpoint: 'hustvl/yolos-base',
  objectDetection: objectDetection({ model: 'yolos', labels: 11 }),
  featureExtraction: featureExtraction({ model: 'yolos' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'yolos' }),
} as const
