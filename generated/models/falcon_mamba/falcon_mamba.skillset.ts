// Made by vitest-hardware 0.1.0 from b9fbafdf9fb67647; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, pretraining, textGeneration } from 'vitest-hardware/skillset'

/** FalconMamba. Mamba with norms without weights on step, B and C (Zuo et al. 2024, arXiv:2410.05355); Transformers.js 4.3 has no class for falcon_mamba. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const falconMamba = {
  checkpoint: 'tiiuae/falcon-mamba-7b',
  textGeneration: textGeneration({ model: 'falcon_mamba' }),
  featureExtraction: featureExtraction({ model: 'falcon_mamba' }),
  pretraining: pretraining({ model: 'falcon_mamba' }),
} as const
