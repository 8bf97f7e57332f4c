// Made by vitest-hardware 0.1.0 from a5215a9b2341087d; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageClassification, zeroShotImageClassification } from 'vitest-hardware/skillset'

/** MetaCLIP 2. CLIP trained on the world’s languages (Chuang et al. 2025, arXiv:2507.22062), here with the exact GELU in its vision tower; Transformers.js 4.3 has no class for metaclip_2. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const metaclip2 = {
  checkpoint: 'facebook/metaclip-2-worldwide-huge-quickgelu',
  zeroShotImageClassification: zeroShotImageClassification({ model: 'metaclip_2' }),
  featureExtraction: featureExtraction({ model: 'metaclip_2' }),
  imageClassification: imageClassification({ model: 'metaclip_2', labels: 10 }),
} as const
