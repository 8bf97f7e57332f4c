// Made by vitest-hardware 0.1.0 from a64b33dcd197473f; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, questionAnswering, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** Qwen2MoE. a shared expert behind a sigmoid gate; top weights are not normalised. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const qwen2Moe = {
  checkpoint: 'Qwen/Qwen1.5-MoE-A2.7B',
  textGeneration: textGeneration({ model: 'qwen2_moe' }),
  featureExtraction: featureExtraction({ model: 'qwen2_moe' }),
  textClassification: textClassification({ model: 'qwen2_moe', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'qwen2_moe' }),
  tokenClassification: tokenClassification({ model: 'qwen2_moe', labels: 3 }),
} as const
