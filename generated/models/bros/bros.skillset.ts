// Made by vitest-hardware 0.1.0 from 9e73880b23a3ac3b; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, tokenClassification } from 'vitest-hardware/skillset'

/** BROS. Transformers.js 4.3 has no class for bros. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const bros = {
  checkpoint: 'jinho8345/bros-base-uncased',
  featureExtraction: featureExtraction({ model: 'bros' }),
  tokenClassification: tokenClassification({ model: 'bros', labels: 3 }),
} as const
