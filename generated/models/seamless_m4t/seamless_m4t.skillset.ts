// Made by vitest-hardware 0.1.0 from 95f3d2ed3d76dc33; do not edit, "vitest-hardware generate" writes it anew.
import { automaticSpeechRecognition, featureExtraction, text2textGeneration } from 'vitest-hardware/skillset'

/** SeamlessM4T. Conformers with relative positions, an adapter that shortens by eight; without the units and the vocoder that speak; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const seamlessM4t = {
  checkpoint: 'facebook/hf-seamless-m4t-medium',
  automaticSpeechRecognition: automaticSpeechRecognition({ model: 'seamless_m4t' }),
  featureExtraction: featureExtraction({ model: 'seamless_m4t' }),
  text2textGeneration: text2textGeneration({ model: 'seamless_m4t' }),
} as const
