// Made by vitest-hardware 0.1.0 from f2e8414fabadb585; do not edit, "vitest-hardware generate" writes it anew.
import { backbone, featureExtraction, imageClassification } from 'vitest-hardware/skillset'

/** HGNet-V2. its bare model is the backbone class; no image processor of its own; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const hgnetV2 = {
  checkpoint: 'ustc-community/dfine_x_coco',
  imageClassification: imageClassification({ model: 'hgnet_v2', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'hgnet_v2' }),
  backbone: backbone({ model: 'hgnet_v2' }),
} as const
