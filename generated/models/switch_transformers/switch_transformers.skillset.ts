// Made by vitest-hardware 0.1.0 from fc4698b8302a0a5b; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, pretraining, text2textGeneration } from 'vitest-hardware/skillset'

/** SwitchTransformers. each second block has experts, one for each token; Transformers.js 4.3 has no class for switch_transformers. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const switchTransformers = {
  checkpoint: 'google/switch-base-8',
  text2textGeneration: text2textGeneration({ model: 'switch_transformers' }),
  featureExtraction: featureExtraction({ model: 'switch_transformers' }),
  pretraining: pretraining({ model: 'switch_transformers' }),
} as const
