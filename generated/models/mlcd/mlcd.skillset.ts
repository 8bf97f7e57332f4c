// Made by vitest-hardware 0.1.0 from d5b49085c2db8102; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageFeatureExtraction } from 'vitest-hardware/skillset'

/** MLCD. CLIP's layers without learned positions: patches turn by row and column, the class token by learned angles (arXiv:2407.17331); Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const mlcd = {
  checkpoint: 'DeepGlint-AI/mlcd-vit-bigG-patch14-336',
  featureExtraction: featureExtraction({ model: 'mlcd' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'mlcd' }),
} as const
