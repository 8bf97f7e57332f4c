// Made by vitest-hardware 0.1.0 from b05f21eadc1b30ff; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** XGLM. fairseq’s sinusoidal positions, two rows ahead; embeddings times √size; Transformers.js 4.3 has no class for xglm. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const xglm = {
  checkpoint: 'facebook/xglm-564M',
  textGeneration: textGeneration({ model: 'xglm' }),
  featureExtraction: featureExtraction({ model: 'xglm' }),
} as const
