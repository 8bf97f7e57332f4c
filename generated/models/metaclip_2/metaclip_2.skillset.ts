// Made by vitest-hardware 0.1.0 from 849572133e8bb749; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageClassification, zeroShotImageClassification } from 'vitest-hardware/skillset'

/** MetaCLIP 2. CLIP's towers with XLM-V's vocabulary, whose end token is 2; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const metaclip2 = {
  checkpoint: 'facebook/metaclip-2-worldwide-huge-quickgelu',
  zeroShotImageClassification: zeroShotImageClassification({ model: 'metaclip_2' }),
  featureExtraction: featureExtraction({ model: 'metaclip_2' }),
  imageClassification: imageClassification({ model: 'metaclip_2', labels: 10 }),
} as const
