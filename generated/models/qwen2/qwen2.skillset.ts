// Made by vitest-hardware 0.1.0 from 4d6fd2f0680acb01; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, questionAnswering, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** Qwen2. biases on queries, keys and values; tied head. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const qwen2 = {
  checkpoint: 'Qwen/Qwen2-7B',
  textGeneration: textGeneration({ model: 'qwen2' }),
  featureExtraction: featureExtraction({ model: 'qwen2' }),
  textClassification: textClassification({ model: 'qwen2', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'qwen2' }),
  tokenClassification: tokenClassification({ model: 'qwen2', labels: 3 }),
} as const
