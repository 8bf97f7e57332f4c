// Made by vitest-hardware 0.1.0 from 1ce06780cc406afc; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, pretraining, textGeneration } from 'vitest-hardware/skillset'

/** RWKV. Transformers.js 4.3 has no class for rwkv; upstream ignores the attention mask, so there is none. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const rwkv = {
  checkpoint: 'RWKV/rwkv-4-169m-pile',
  textGeneration: textGeneration({ model: 'rwkv' }),
  featureExtraction: featureExtraction({ model: 'rwkv' }),
  pretraining: pretraining({ model: 'rwkv' }),
} as const
