// Made by vitest-hardware 0.1.0 from 8df95b76deabc543; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, questionAnswering, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** SeedOss. biases on queries, keys and values; heads wider than hidden size / heads; Transformers.js 4.3 has no class for seed_oss. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const seedOss = {
  checkpoint: 'ByteDance-Seed/Seed-OSS-36B-Instruct',
  textGeneration: textGeneration({ model: 'seed_oss' }),
  featureExtraction: featureExtraction({ model: 'seed_oss' }),
  textClassification: textClassification({ model: 'seed_oss', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'seed_oss' }),
  tokenClassification: tokenClassification({ model: 'seed_oss', labels: 3 }),
} as const
