// Made by vitest-hardware 0.1.0 from 78fb0a1366df198e; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textClassification, textGeneration } from 'vitest-hardware/skillset'

/** Phimoe. layer norms, biases on attention and head, and a router that takes the best expert’s share and the second’s one after the other; Transformers.js 4.3 has no class for phimoe. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const phimoe = {
  checkpoint: 'microsoft/Phi-3.5-MoE-instruct',
  textGeneration: textGeneration({ model: 'phimoe' }),
  featureExtraction: featureExtraction({ model: 'phimoe' }),
  textClassification: textClassification({ model: 'phimoe', labels: 3 }),
} as const
