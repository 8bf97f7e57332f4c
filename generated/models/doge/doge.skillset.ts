// Made by vitest-hardware 0.1.0 from 48796c44cb0cc2e4; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textClassification, textGeneration } from 'vitest-hardware/skillset'

/** Doge. values choose by which keys they are seen; residual streams are weighed element by element; Transformers.js 4.3 has no class for doge. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const doge = {
  checkpoint: 'SmallDoge/Doge-320M',
  textGeneration: textGeneration({ model: 'doge' }),
  featureExtraction: featureExtraction({ model: 'doge' }),
  textClassification: textClassification({ model: 'doge', labels: 3 }),
} as const
