// Made by vitest-hardware 0.1.0 from ec77fea1f7ec6dc5; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** RecurrentGemma. Griffin: two recurrent blocks to one of local multi-query attention; Transformers.js 4.3 has no class for recurrent_gemma. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const recurrentGemma = {
  checkpoint: 'google/recurrentgemma-2b',
  textGeneration: textGeneration({ model: 'recurrent_gemma' }),
  featureExtraction: featureExtraction({ model: 'recurrent_gemma' }),
} as const
