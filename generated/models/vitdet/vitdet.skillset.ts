// Made by vitest-hardware 0.1.0 from 62a72908898d11f7; do not edit, "vitest-hardware generate" writes it anew.
import { backbone, featureExtraction, imageFeatureExtraction } from 'vitest-hardware/skillset'

/** VitDet. windows in the first layer, the whole image in the others; relative positions by row and column; the row of the class token, which no patch has, is left out of the positions; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const vitdet = {
  checkpoint: 'google/vitdet-base-patch16-224',
  featureExtraction: featureExtraction({ model: 'vitdet' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'vitdet' }),
  backbone: backbone({ model: 'vitdet' }),
} as const
