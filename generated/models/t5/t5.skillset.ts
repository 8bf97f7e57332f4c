// Made by vitest-hardware 0.1.0 from 43646777f0e3a7ec; do not edit, "vitest-hardware generate" writes it anew.
import { text2textGeneration } from 'vitest-hardware/skillset'

/** T5. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const t5 = {
  checkpoint: 'google-t5/t5-small',
  text2textGeneration: text2textGeneration({ model: 't5' }),
} as const
