// Made by vitest-hardware 0.1.0 from ec24c545c971ba52; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** dots1. Qwen3’s attention with DeepSeek-V3’s router and shared expert; a dense first layer; Transformers.js 4.3 has no class for dots1. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const dots1 = {
  checkpoint: 'rednote-hilab/dots.llm1.base',
  textGeneration: textGeneration({ model: 'dots1' }),
  featureExtraction: featureExtraction({ model: 'dots1' }),
} as const
