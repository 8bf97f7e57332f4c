// Made by vitest-hardware 0.1.0 from 1d45a5712cf2d2f2; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, text2textGeneration, textGeneration } from 'vitest-hardware/skillset'

/** Pegasus. fixed sines, norms before the sublayers; Transformers.js 4.3 has no class for pegasus. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const pegasus = {
  checkpoint: 'google/pegasus-large',
  text2textGeneration: text2textGeneration({ model: 'pegasus' }),
  featureExtraction: featureExtraction({ model: 'pegasus' }),
  textGeneration: textGeneration({ model: 'pegasus' }),
} as const
