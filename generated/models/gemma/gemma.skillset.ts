// Made by vitest-hardware 0.1.0 from e571efd23e9f2dc9; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** Gemma. one key/value head for all queries, heads wider than hidden size / heads, norms that multiply by 1 + weight, embeddings times √hidden size. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const gemma = {
  checkpoint: 'google/gemma-7b',
  textGeneration: textGeneration({ model: 'gemma' }),
  featureExtraction: featureExtraction({ model: 'gemma' }),
  textClassification: textClassification({ model: 'gemma', labels: 3 }),
  tokenClassification: tokenClassification({ model: 'gemma', labels: 3 }),
} as const
