// Made by vitest-hardware 0.1.0 from 23d585363a00ae09; do not edit, "vitest-hardware generate" writes it anew.
import { backbone, featureExtraction, imageClassification } from 'vitest-hardware/skillset'

/** PVTv2. overlapping patches and depthwise convolutions in place of positions (arXiv:2106.13797); Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const pvtV2 = {
  checkpoint: 'OpenGVLab/pvt_v2_b0',
  imageClassification: imageClassification({ model: 'pvt_v2', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'pvt_v2' }),
  backbone: backbone({ model: 'pvt_v2' }),
} as const
