// Made by vitest-hardware 0.1.0 from c62b4343b63a3dcd; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageClassification, imageFeatureExtraction } from 'vitest-hardware/skillset'

/** PoolFormer. a mean of neighbours less the cell itself in place of attention (arXiv:2111.11418); Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const poolformer = {
  checkpoint: 'sail/poolformer_s12',
  imageClassification: imageClassification({ model: 'poolformer', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'poolformer' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'poolformer' }),
} as const
