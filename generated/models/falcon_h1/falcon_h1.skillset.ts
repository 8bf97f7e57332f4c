// Made by vitest-hardware 0.1.0 from eb45eb612074bf7c; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** FalconH1. Mamba-2 and attention in every layer, with factors on each part; Transformers.js 4.3 has no class for falcon_h1. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const falconH1 = {
  checkpoint: 'tiiuae/Falcon-H1-1.5B-Deep-Instruct',
  textGeneration: textGeneration({ model: 'falcon_h1' }),
  featureExtraction: featureExtraction({ model: 'falcon_h1' }),
} as const
