// Made by vitest-hardware 0.1.0 from 1c19942175edd1f4; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageClassification, imageFeatureExtraction } from 'vitest-hardware/skillset'

/** ViTMSN. ViT without a pooler (arXiv:2204.07141). Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const vitMsn = {
  checkpoint: 'facebook/vit_msn_base',
  imageClassification: imageClassification({ model: 'vit_msn', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'vit_msn' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'vit_msn' }),
} as const
