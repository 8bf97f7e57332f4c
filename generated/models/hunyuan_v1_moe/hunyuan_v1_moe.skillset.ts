// Made by vitest-hardware 0.1.0 from 43e0b82fdd765454; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textClassification, textGeneration } from 'vitest-hardware/skillset'

/** HunYuanMoeV1. queries and keys normalised behind the rotation; a shared expert beside normalised top-2; Transformers.js 4.3 has no class for hunyuan_v1_moe. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const hunyuanV1Moe = {
  checkpoint: 'tencent/Hunyuan-A13B-Instruct',
  textGeneration: textGeneration({ model: 'hunyuan_v1_moe' }),
  featureExtraction: featureExtraction({ model: 'hunyuan_v1_moe' }),
  textClassification: textClassification({ model: 'hunyuan_v1_moe', labels: 3 }),
} as const
