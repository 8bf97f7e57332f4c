// Made by vitest-hardware 0.1.0 from 9888b7d910909802; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** Persimmon. layer norms of each head’s queries and keys, squared ReLU, rotation of half of each head; Transformers.js 4.3 has no class for persimmon. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const persimmon = {
  checkpoint: 'adept/persimmon-8b-base',
  textGeneration: textGeneration({ model: 'persimmon' }),
  featureExtraction: featureExtraction({ model: 'persimmon' }),
  textClassification: textClassification({ model: 'persimmon', labels: 3 }),
  tokenClassification: tokenClassification({ model: 'persimmon', labels: 3 }),
} as const
