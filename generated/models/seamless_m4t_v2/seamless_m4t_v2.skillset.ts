// Made by vitest-hardware 0.1.0 from 644d95f1f0ec3906; do not edit, "vitest-hardware generate" writes it anew.
import { automaticSpeechRecognition, featureExtraction, text2textGeneration } from 'vitest-hardware/skillset'

/** SeamlessM4Tv2. causal Conformers with clipped distances, an adapter that shortens by eight; without the units and the vocoder that speak; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const seamlessM4tV2 = {
  checkpoint: 'facebook/hf-seamless-m4t-medium',
  automaticSpeechRecognition: automaticSpeechRecognition({ model: 'seamless_m4t_v2' }),
  featureExtraction: featureExtraction({ model: 'seamless_m4t_v2' }),
  text2textGeneration: text2textGeneration({ model: 'seamless_m4t_v2' }),
} as const
