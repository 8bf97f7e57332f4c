// Made by vitest-hardware 0.1.0 from 52680a88e99c5f66; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textClassification, textGeneration } from 'vitest-hardware/skillset'

/** HunYuanDenseV1. queries and keys are normalised per head behind the rotation. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const hunyuanV1Dense = {
  checkpoint: 'tencent/Hunyuan-7B-Instruct',
  textGeneration: textGeneration({ model: 'hunyuan_v1_dense' }),
  featureExtraction: featureExtraction({ model: 'hunyuan_v1_dense' }),
  textClassification: textClassification({ model: 'hunyuan_v1_dense', labels: 3 }),
} as const
