// Made by vitest-hardware 0.1.0 from f6d5f0926e04c20c; do not edit, "vitest-hardware generate" writes it anew.
import { text2textGeneration } from 'vitest-hardware/skillset'

/** Encoder decoder. any two; here BERT twice. Transformers.js 4.3 has no class for encoder-decoder. */
export const encoderDecoder = {
  text2textGeneration: text2textGeneration({ model: 'encoder-decoder' }),
} as const
