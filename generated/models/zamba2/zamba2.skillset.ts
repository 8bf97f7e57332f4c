// Made by vitest-hardware 0.1.0 from 94d9199c1886e5c6; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textClassification, textGeneration } from 'vitest-hardware/skillset'

/** Zamba2. Mamba-2; the shared layer has low-rank adapters of its own in each place; Transformers.js 4.3 has no class for zamba2. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const zamba2 = {
  checkpoint: 'Zyphra/Zamba2-2.7B',
  textGeneration: textGeneration({ model: 'zamba2' }),
  featureExtraction: featureExtraction({ model: 'zamba2' }),
  textClassification: textClassification({ model: 'zamba2', labels: 3 }),
} as const
