// Made by vitest-hardware 0.1.0 from cb8578d49805b7e7; do not edit, "vitest-hardware generate" writes it anew.
import { textGeneration } from 'vitest-hardware/skillset'

/** Speech2Text2. a decoder that upstream uses within an encoder-decoder: as a language model of its own it has no cross-attention; Transformers.js has no class for it; fixed sines in place of learned positions. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const speechToText2 = {
  checkpoint: 'facebook/s2t-wav2vec2-large-en-de',
  textGeneration: textGeneration({ model: 'speech_to_text_2' }),
} as const
