// Made by vitest-hardware 0.1.0 from 2016a8c6ed829484; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** FlexOlmo. OLMo 2 (norms only on what is added) with OLMoE’s experts; Transformers.js 4.3 has no class for flex_olmo. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const flexOlmo = {
  checkpoint: 'allenai/FlexOlmo-7x7B-1T',
  textGeneration: textGeneration({ model: 'flex_olmo' }),
  featureExtraction: featureExtraction({ model: 'flex_olmo' }),
} as const
