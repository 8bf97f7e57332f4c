// Made by vitest-hardware 0.1.0 from aa24dd2ec0ac0c2d; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, pretraining, text2textGeneration } from 'vitest-hardware/skillset'

/** NLLB-MOE. each second layer has experts, two for each token; Transformers.js 4.3 has no class for nllb-moe. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const nllbMoe = {
  checkpoint: 'facebook/nllb-moe-54b',
  text2textGeneration: text2textGeneration({ model: 'nllb-moe' }),
  featureExtraction: featureExtraction({ model: 'nllb-moe' }),
  pretraining: pretraining({ model: 'nllb-moe' }),
} as const
