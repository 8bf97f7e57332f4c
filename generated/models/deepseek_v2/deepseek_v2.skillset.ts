// Made by vitest-hardware 0.1.0 from 4c4b665c5d86f6f8; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textClassification, textGeneration } from 'vitest-hardware/skillset'

/** DeepSeek-V2. latent attention with values narrower than keys, interleaved rotation; softmax router whose experts come from the groups of the best expert; a dense first layer; Transformers.js 4.3 has no class for deepseek_v2. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const deepseekV2 = {
  checkpoint: 'deepseek-ai/DeepSeek-V2-Lite',
  textGeneration: textGeneration({ model: 'deepseek_v2' }),
  featureExtraction: featureExtraction({ model: 'deepseek_v2' }),
  textClassification: textClassification({ model: 'deepseek_v2', labels: 3 }),
} as const
