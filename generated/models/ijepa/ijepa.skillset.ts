// Made by vitest-hardware 0.1.0 from e850aa04a5f8ee38; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageClassification, imageFeatureExtraction } from 'vitest-hardware/skillset'

/** I-JEPA. no class token: the classifier reads the mean of all patches (arXiv:2301.08243). Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const ijepa = {
  checkpoint: 'facebook/ijepa_vith14_1k',
  imageClassification: imageClassification({ model: 'ijepa', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'ijepa' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'ijepa' }),
} as const
