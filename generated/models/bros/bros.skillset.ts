// Made by vitest-hardware 0.1.0 from 60900a1c95e97619; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, tokenClassification } from 'vitest-hardware/skillset'

/** BROS. Transformers.js 4.3 has no class for bros. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const bros = {
  checkpoint: 'jinho8345/bros-base-uncased',
  featureExtraction: featureExtraction({ model: 'bros' }),
  tokenClassification: tokenClassification({ model: 'bros', labels: 3 }),
} as const
