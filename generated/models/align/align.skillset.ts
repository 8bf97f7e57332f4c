// Made by vitest-hardware 0.1.0 from 7c475dc50a27f839; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, zeroShotImageClassification } from 'vitest-hardware/skillset'

/** ALIGN. images are not projected, and cosines are divided by a temperature; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const align = {
  checkpoint: 'kakaobrain/align-base',
  zeroShotImageClassification: zeroShotImageClassification({ model: 'align' }),
  featureExtraction: featureExtraction({ model: 'align' }),
} as const
