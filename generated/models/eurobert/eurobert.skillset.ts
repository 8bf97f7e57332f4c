// Made by vitest-hardware 0.1.0 from 28fd5caa0074c5ea; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction } from 'vitest-hardware/skillset'

/** EuroBERT. Transformers.js 4.3 has no class for eurobert. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const eurobert = {
  checkpoint: 'EuroBERT/EuroBERT-210m',
  featureExtraction: featureExtraction({ model: 'eurobert' }),
} as const
