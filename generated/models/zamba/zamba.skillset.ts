// Made by vitest-hardware 0.1.0 from 30f6f2d8afdae182; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textClassification, textGeneration } from 'vitest-hardware/skillset'

/** Zamba. Mamba with heads; one attention layer over hidden states and embeddings, whose weights all hybrid layers share; Transformers.js 4.3 has no class for zamba. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const zamba = {
  checkpoint: 'Zyphra/Zamba-7B-v1',
  textGeneration: textGeneration({ model: 'zamba' }),
  featureExtraction: featureExtraction({ model: 'zamba' }),
  textClassification: textClassification({ model: 'zamba', labels: 3 }),
} as const
