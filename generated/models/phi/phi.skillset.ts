// Made by vitest-hardware 0.1.0 from 701dd7b0c393d5b6; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** Phi. attention and feed-forward in parallel behind one norm, biases everywhere, rotation of half of each head in halves. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const phi = {
  checkpoint: 'microsoft/phi-1',
  textGeneration: textGeneration({ model: 'phi' }),
  featureExtraction: featureExtraction({ model: 'phi' }),
  textClassification: textClassification({ model: 'phi', labels: 3 }),
  tokenClassification: tokenClassification({ model: 'phi', labels: 3 }),
} as const
