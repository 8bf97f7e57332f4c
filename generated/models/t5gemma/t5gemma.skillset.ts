// Made by vitest-hardware 0.1.0 from 2a80127fb1f388db; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  pretraining,
  text2textGeneration,
  textClassification,
  textEncoding,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** T5Gemma. Gemma 2’s layers as encoder and decoder: norms on both sides, soft caps, windows in every second layer (Zhang et al. 2025, arXiv:2504.06225); Transformers.js 4.3 has no class for t5gemma. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const t5gemma = {
  checkpoint: 'google/t5_gemma_module-7b',
  text2textGeneration: text2textGeneration({ model: 't5gemma' }),
  featureExtraction: featureExtraction({ model: 't5gemma' }),
  pretraining: pretraining({ model: 't5gemma' }),
  textClassification: textClassification({ model: 't5gemma', labels: 3 }),
  tokenClassification: tokenClassification({ model: 't5gemma', labels: 3 }),
  textEncoding: textEncoding({ model: 't5gemma' }),
} as const
