// Made by vitest-hardware 0.1.0 from c7fb4947eed3cefd; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction } from 'vitest-hardware/skillset'

/** EnCodec. causal convolutions, an LSTM and residual quantisation; weight norms are folded in; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const encodec = {
  checkpoint: 'facebook/encodec_24khz',
  featureExtraction: featureExtraction({ model: 'encodec' }),
} as const
