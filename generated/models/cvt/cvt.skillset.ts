// Made by vitest-hardware 0.1.0 from dc2db82e01f75a55; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageClassification } from 'vitest-hardware/skillset'

/** CvT. queries, keys and values are depthwise convolutions with batch norm, keys and values at half the side; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const cvt = {
  checkpoint: 'microsoft/cvt-13',
  imageClassification: imageClassification({ model: 'cvt', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'cvt' }),
} as const
