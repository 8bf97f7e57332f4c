// Made by vitest-hardware 0.1.0 from 89a10a303332c543; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** Phi3. one product for queries, keys and values, one for gate and up; a window in every layer. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const phi3 = {
  checkpoint: 'microsoft/Phi-3-mini-4k-instruct',
  textGeneration: textGeneration({ model: 'phi3' }),
  featureExtraction: featureExtraction({ model: 'phi3' }),
  textClassification: textClassification({ model: 'phi3', labels: 3 }),
  tokenClassification: tokenClassification({ model: 'phi3', labels: 3 }),
} as const
