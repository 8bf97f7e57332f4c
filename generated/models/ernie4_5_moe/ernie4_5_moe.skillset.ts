// Made by vitest-hardware 0.1.0 from 22ab68216ee54981; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** Ernie4_5_MoE. softmax router with a bias for the choice alone, a shared expert, interleaved rotation; a dense first layer; Transformers.js 4.3 has no class for ernie4_5_moe. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const ernie4_5Moe = {
  checkpoint: 'baidu/ERNIE-4.5-21B-A3B-PT',
  textGeneration: textGeneration({ model: 'ernie4_5_moe' }),
  featureExtraction: featureExtraction({ model: 'ernie4_5_moe' }),
} as const
