// Made by vitest-hardware 0.1.0 from 1865320d00f895ed; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, text2textGeneration } from 'vitest-hardware/skillset'

/** LongT5. the encoder sees tokens within a radius (Guo et al. 2022, arXiv:2112.07916, §3.1); Transformers.js 4.3 has no class for longt5. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const longt5 = {
  checkpoint: 'google/long-t5-local-base',
  text2textGeneration: text2textGeneration({ model: 'longt5' }),
  featureExtraction: featureExtraction({ model: 'longt5' }),
} as const
