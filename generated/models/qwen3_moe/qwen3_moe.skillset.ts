// Made by vitest-hardware 0.1.0 from 3a108ddf7f692678; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, questionAnswering, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** Qwen3MoE. queries and keys are normalised per head; more experts, normalised weights, none shared. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const qwen3Moe = {
  checkpoint: 'Qwen/Qwen3-30B-A3B-Base',
  textGeneration: textGeneration({ model: 'qwen3_moe' }),
  featureExtraction: featureExtraction({ model: 'qwen3_moe' }),
  textClassification: textClassification({ model: 'qwen3_moe', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'qwen3_moe' }),
  tokenClassification: tokenClassification({ model: 'qwen3_moe', labels: 3 }),
} as const
