// Made by vitest-hardware 0.1.0 from cf4ffb7c598134f8; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** DeepSeek-V3. latent attention; sigmoid router with a bias for the choice alone and groups by their best two; a shared expert; a dense first layer. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const deepseekV3 = {
  checkpoint: 'bzantium/tiny-deepseek-v3',
  textGeneration: textGeneration({ model: 'deepseek_v3' }),
  featureExtraction: featureExtraction({ model: 'deepseek_v3' }),
  textClassification: textClassification({ model: 'deepseek_v3', labels: 3 }),
  tokenClassification: tokenClassification({ model: 'deepseek_v3', labels: 3 }),
} as const
