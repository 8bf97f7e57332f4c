// Made by vitest-hardware 0.1.0 from de71d2d9f475f078; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, pretraining, textGeneration } from 'vitest-hardware/skillset'

/** EXAONE-MoE. EXAONE 4’s attention (rotated with a window, or without positions) behind norms, DeepSeek-V3’s router and shared expert; Transformers.js 4.3 has no class for exaone_moe. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const exaoneMoe = {
  checkpoint: 'LGAI-EXAONE/K-EXAONE-236B-A23B',
  textGeneration: textGeneration({ model: 'exaone_moe' }),
  featureExtraction: featureExtraction({ model: 'exaone_moe' }),
  pretraining: pretraining({ model: 'exaone_moe' }),
} as const
