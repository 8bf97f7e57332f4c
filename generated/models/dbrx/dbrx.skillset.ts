// Made by vitest-hardware 0.1.0 from d1b178ca5eb4bb1e; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** DBRX. layer norms without biases, clipped fused projection, normalised top experts; Transformers.js 4.3 has no class for dbrx. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const dbrx = {
  checkpoint: 'transformers-community/dbrx-instruct',
  textGeneration: textGeneration({ model: 'dbrx' }),
  featureExtraction: featureExtraction({ model: 'dbrx' }),
} as const
