// Made by vitest-hardware 0.1.0 from 0c3ac74e175f98b2; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textClassification, textGeneration } from 'vitest-hardware/skillset'

/** ModernBertDecoder. without a cache here, which Transformers.js’ class for it needs. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const modernbertDecoder = {
  checkpoint: 'blab-jhu/test-32m-dec',
  textGeneration: textGeneration({ model: 'modernbert-decoder' }),
  featureExtraction: featureExtraction({ model: 'modernbert-decoder' }),
  textClassification: textClassification({ model: 'modernbert-decoder', labels: 3 }),
} as const
