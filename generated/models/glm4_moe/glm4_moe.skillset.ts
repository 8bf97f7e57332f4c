// Made by vitest-hardware 0.1.0 from ca0bc3073b438053; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** Glm4MoE. rotation of half of each head in halves, biases and norms of queries and keys (as GLM-4.5), DeepSeek-V3’s router and shared expert; a dense first layer; Transformers.js 4.3 has no class for glm4_moe. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const glm4Moe = {
  checkpoint: 'zai-org/GLM-4.5',
  textGeneration: textGeneration({ model: 'glm4_moe' }),
  featureExtraction: featureExtraction({ model: 'glm4_moe' }),
} as const
