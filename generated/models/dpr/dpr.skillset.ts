// Made by vitest-hardware 0.1.0 from e1067173b59ec9d4; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction } from 'vitest-hardware/skillset'

/** DPR. Transformers.js 4.3 has no class for dpr. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const dpr = {
  checkpoint: 'facebook/dpr-ctx_encoder-single-nq-base',
  featureExtraction: featureExtraction({ model: 'dpr' }),
} as const
