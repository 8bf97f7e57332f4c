// Made by vitest-hardware 0.1.0 from a9e3c350365f9233; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** Helium. interleaved rotation; as many key/value heads as queries. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const helium = {
  checkpoint: 'kyutai/helium-1-preview',
  textGeneration: textGeneration({ model: 'helium' }),
  featureExtraction: featureExtraction({ model: 'helium' }),
  textClassification: textClassification({ model: 'helium', labels: 3 }),
  tokenClassification: tokenClassification({ model: 'helium', labels: 3 }),
} as const
