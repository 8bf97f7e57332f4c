// Made by vitest-hardware 0.1.0 from dea93c2683a00a6d; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** GptOss. a learned sink in each head’s softmax, a window in every second layer, experts in one product with biases and bounded gates; plain rotation, as YaRN changes only its numbers. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const gptOss = {
  checkpoint: 'openai/gpt-oss-20b',
  textGeneration: textGeneration({ model: 'gpt_oss' }),
  featureExtraction: featureExtraction({ model: 'gpt_oss' }),
  textClassification: textClassification({ model: 'gpt_oss', labels: 3 }),
  tokenClassification: tokenClassification({ model: 'gpt_oss', labels: 3 }),
} as const
