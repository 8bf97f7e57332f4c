// Made by vitest-hardware 0.1.0 from b56f31937e3f07c8; do not edit, "vitest-hardware generate" writes it anew.
import { audioTokenization, featureExtraction } from 'vitest-hardware/skillset'

/** DAC. Snake activations and codebooks compared by direction; Transformers.js has it as an encoder and a decoder of their own. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const dac = {
  checkpoint: 'descript/dac_16khz',
  featureExtraction: featureExtraction({ model: 'dac' }),
  audioTokenization: audioTokenization({ model: 'dac' }),
} as const
