// Made by vitest-hardware 0.1.0 from 271e8882a9588a68; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, text2textGeneration, textGeneration } from 'vitest-hardware/skillset'

/** Marian. fixed sines, norms behind the sublayers, swish. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const marian = {
  checkpoint: 'Helsinki-NLP/opus-mt-en-de',
  text2textGeneration: text2textGeneration({ model: 'marian' }),
  featureExtraction: featureExtraction({ model: 'marian' }),
  textGeneration: textGeneration({ model: 'marian' }),
} as const
