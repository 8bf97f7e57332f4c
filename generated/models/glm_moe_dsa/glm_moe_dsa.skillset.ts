// Made by vitest-hardware 0.1.0 from fcc2b4ab7f667ce8; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** GlmMoeDsa. latent attention that sees the keys which an indexer chooses; DeepSeek-V3’s router and shared expert; a dense first layer; Transformers.js 4.3 has no class for glm_moe_dsa. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const glmMoeDsa = {
  checkpoint: 'zai-org/GLM-5',
  textGeneration: textGeneration({ model: 'glm_moe_dsa' }),
  featureExtraction: featureExtraction({ model: 'glm_moe_dsa' }),
} as const
