// Made by vitest-hardware 0.1.0 from b812a502d46baf35; do not edit, "vitest-hardware generate" writes it anew.
import { text2textGeneration } from 'vitest-hardware/skillset'

/** BART. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const bart = {
  checkpoint: 'facebook/bart-large',
  text2textGeneration: text2textGeneration({ model: 'bart' }),
} as const
