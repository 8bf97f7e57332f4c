// Made by vitest-hardware 0.1.0 from ef72dc6a5318111b; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, text2textGeneration, textClassification, textGeneration } from 'vitest-hardware/skillset'

/** PLBart. BART with scaled embeddings; Transformers.js 4.3 has no class for plbart. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const plbart = {
  checkpoint: 'uclanlp/plbart-base',
  text2textGeneration: text2textGeneration({ model: 'plbart' }),
  featureExtraction: featureExtraction({ model: 'plbart' }),
  textGeneration: textGeneration({ model: 'plbart' }),
  textClassification: textClassification({ model: 'plbart', labels: 3 }),
} as const
