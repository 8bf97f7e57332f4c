// Made by vitest-hardware 0.1.0 from 1383ac12bbf7ca41; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** XGLM. fairseq’s sinusoidal positions, two rows ahead; embeddings times √size; Transformers.js 4.3 has no class for xglm. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const xglm = {
  checkpoint: 'facebook/xglm-564M',
  textGeneration: textGeneration({ model: 'xglm' }),
  featureExtraction: featureExtraction({ model: 'xglm' }),
} as const
