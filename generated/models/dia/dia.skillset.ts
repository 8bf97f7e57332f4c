// Made by vitest-hardware 0.1.0 from 75f13f388889149c; do not edit, "vitest-hardware generate" writes it anew.
import { automaticSpeechRecognition, featureExtraction } from 'vitest-hardware/skillset'

/** Dia. bytes in, codes of DAC out: each step reads the sum of its channels’ codes and scores them all; scores are not scaled; upstream files it under recognition, it speaks; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const dia = {
  checkpoint: 'nari-labs/Dia-1.6B',
  automaticSpeechRecognition: automaticSpeechRecognition({ model: 'dia' }),
  featureExtraction: featureExtraction({ model: 'dia' }),
} as const
