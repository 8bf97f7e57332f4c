// Made by vitest-hardware 0.1.0 from ed241b40aca49d9b; do not edit, "vitest-hardware generate" writes it anew.
import { backbone, featureExtraction, imageClassification, imageFeatureExtraction } from 'vitest-hardware/skillset'

/** DiNAT. attention to near and to spread neighbours by turns (arXiv:2209.15001), gathered where upstream has NATTEN kernels; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const dinat = {
  checkpoint: 'shi-labs/dinat-mini-in1k-224',
  imageClassification: imageClassification({ model: 'dinat', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'dinat' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'dinat' }),
  backbone: backbone({ model: 'dinat' }),
} as const
