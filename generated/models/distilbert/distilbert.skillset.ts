// Made by vitest-hardware 0.1.0 from ea62d031ebf495ec; do not edit, "vitest-hardware generate" writes it anew.
import { fillMask } from 'vitest-hardware/skillset'

/** DistilBERT. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const distilbert = {
  checkpoint: 'google/distilbert-base-uncased',
  fillMask: fillMask({ model: 'distilbert' }),
} as const
