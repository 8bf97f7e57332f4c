// Made by vitest-hardware 0.1.0 from 6ede77e5d515aece; do not edit, "vitest-hardware generate" writes it anew.
import { automaticSpeechRecognition, featureExtraction } from 'vitest-hardware/skillset'

/** Moonshine. a first stride of 16 samples where upstream has 64; not tried with Transformers.js. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const moonshine = {
  checkpoint: 'UsefulSensors/moonshine-tiny',
  automaticSpeechRecognition: automaticSpeechRecognition({ model: 'moonshine' }),
  featureExtraction: featureExtraction({ model: 'moonshine' }),
} as const
