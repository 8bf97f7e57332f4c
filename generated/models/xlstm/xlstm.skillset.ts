// Made by vitest-hardware 0.1.0 from 846ff69f395b0343; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, pretraining, textGeneration } from 'vitest-hardware/skillset'

/** xLSTM. matrix memories with exponential gates; upstream ignores the attention mask and so does the graph; Transformers.js 4.3 has no class for xlstm. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const xlstm = {
  checkpoint: 'NX-AI/xLSTM-7b',
  textGeneration: textGeneration({ model: 'xlstm' }),
  featureExtraction: featureExtraction({ model: 'xlstm' }),
  pretraining: pretraining({ model: 'xlstm' }),
} as const
