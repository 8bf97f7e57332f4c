// Made by vitest-hardware 0.1.0 from 193f8ebd4b86747b; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction } from 'vitest-hardware/skillset'

/** X-CODEC. HuBERT’s mean hidden state beside DAC’s code, one quantiser for both; the decoder of meaning is of training alone; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const xcodec = {
  checkpoint: 'Manel/X-Codec',
  featureExtraction: featureExtraction({ model: 'xcodec' }),
} as const
