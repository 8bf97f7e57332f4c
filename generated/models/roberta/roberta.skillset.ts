// Made by vitest-hardware 0.1.0 from a7f1abc51fad271e; do not edit, "vitest-hardware generate" writes it anew.
import { fillMask } from 'vitest-hardware/skillset'

/** RoBERTa. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const roberta = {
  checkpoint: 'FacebookAI/roberta-base',
  fillMask: fillMask({ model: 'roberta' }),
} as const
