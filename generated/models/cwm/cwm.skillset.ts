// Made by vitest-hardware 0.1.0 from 6ec75ad92996dde8; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** Code World Model (CWM). Llama with a window in all but every fourth layer; Transformers.js 4.3 has no class for cwm. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const cwm = {
  checkpoint: 'facebook/cwm',
  textGeneration: textGeneration({ model: 'cwm' }),
  featureExtraction: featureExtraction({ model: 'cwm' }),
} as const
