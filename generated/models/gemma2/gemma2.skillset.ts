// Made by vitest-hardware 0.1.0 from 12abdf0abd02907c; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** Gemma2. norms before and behind attention and feed-forward; soft caps on scores and logits; a window in every second layer. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const gemma2 = {
  checkpoint: 'google/gemma2-7b',
  textGeneration: textGeneration({ model: 'gemma2' }),
  featureExtraction: featureExtraction({ model: 'gemma2' }),
  textClassification: textClassification({ model: 'gemma2', labels: 3 }),
  tokenClassification: tokenClassification({ model: 'gemma2', labels: 3 }),
} as const
