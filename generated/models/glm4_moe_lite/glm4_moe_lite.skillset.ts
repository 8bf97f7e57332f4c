// Made by vitest-hardware 0.1.0 from 670d4ed064c8cf6b; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** Glm4MoELite. DeepSeek-V3 with one group of experts; Transformers.js 4.3 has no class for glm4_moe_lite. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const glm4MoeLite = {
  checkpoint: 'zai-org/GLM-4.5',
  textGeneration: textGeneration({ model: 'glm4_moe_lite' }),
  featureExtraction: featureExtraction({ model: 'glm4_moe_lite' }),
} as const
