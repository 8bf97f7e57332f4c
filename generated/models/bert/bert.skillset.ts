// Made by vitest-hardware 0.1.0 from 67c601b6e92000ec; do not edit, "vitest-hardware generate" writes it anew.
import { fillMask } from 'vitest-hardware/skillset'

/** BERT. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const bert = {
  checkpoint: 'google-bert/bert-base-uncased',
  fillMask: fillMask({ model: 'bert' }),
} as const
