// Made by vitest-hardware 0.1.0 from f2666ed8d74d5e1a; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textClassification, textGeneration } from 'vitest-hardware/skillset'

/** Jamba. Mamba with norms of step, B and C beside attention without positions, and experts in every other layer (Lieber et al. 2024, arXiv:2403.19887); Transformers.js 4.3 has no class for jamba. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const jamba = {
  checkpoint: 'ai21labs/Jamba-v0.1',
  textGeneration: textGeneration({ model: 'jamba' }),
  featureExtraction: featureExtraction({ model: 'jamba' }),
  textClassification: textClassification({ model: 'jamba', labels: 3 }),
} as const
