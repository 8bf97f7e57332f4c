// Made by vitest-hardware 0.1.0 from 1da04f672ff83dfc; do not edit, "vitest-hardware generate" writes it anew.
import { automaticSpeechRecognition, featureExtraction } from 'vitest-hardware/skillset'

/** M-CTC-T. gated convolution, relative keys, norms of a single weight; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const mctct = {
  checkpoint: 'speechbrain/m-ctc-t-large',
  automaticSpeechRecognition: automaticSpeechRecognition({ model: 'mctct' }),
  featureExtraction: featureExtraction({ model: 'mctct' }),
} as const
