// Made by vitest-hardware 0.1.0 from fc42da35231c32d3; do not edit, "vitest-hardware generate" writes it anew.
import { automaticSpeechRecognition, featureExtraction } from 'vitest-hardware/skillset'

/** Lasr. Conformer with rotary attention and weighted residuals; its tokenizer is of another algorithm than any here, so the folder has that of wav2vec 2.0; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const lasrCtc = {
  checkpoint: 'google/medasr',
  automaticSpeechRecognition: automaticSpeechRecognition({ model: 'lasr_ctc' }),
  featureExtraction: featureExtraction({ model: 'lasr_ctc' }),
} as const
