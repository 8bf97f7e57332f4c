// Made by vitest-hardware 0.1.0 from 2ea1f2e062121d31; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageClassification, imageFeatureExtraction } from 'vitest-hardware/skillset'

/** ViT Hybrid. patches are cells of a residual network with standardised weights (arXiv:2010.11929, §3.1, hybrid); Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const vitHybrid = {
  checkpoint: 'google/vit-hybrid-base-bit-384',
  imageClassification: imageClassification({ model: 'vit_hybrid', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'vit_hybrid' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'vit_hybrid' }),
} as const
