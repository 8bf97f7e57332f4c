// Made by vitest-hardware 0.1.0 from 59bdb9c4bd7191cf; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageFeatureExtraction, pretraining } from 'vitest-hardware/skillset'

/** ViTMAE. the noise that says which patches are seen is an input, as in upstream’s forward pass; Transformers.js has no such input; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const vitMae = {
  checkpoint: 'facebook/vit-mae-base',
  featureExtraction: featureExtraction({ model: 'vit_mae' }),
  pretraining: pretraining({ model: 'vit_mae' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'vit_mae' }),
} as const
