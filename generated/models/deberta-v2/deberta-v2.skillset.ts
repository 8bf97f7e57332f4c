// Made by vitest-hardware 0.1.0 from ee9c1f7430e3a104; do not edit, "vitest-hardware generate" writes it anew.
import { fillMask } from 'vitest-hardware/skillset'

/** DeBERTa-v2. disentangled attention over content and relative position. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const debertaV2 = {
  checkpoint: 'microsoft/deberta-v2-xlarge',
  fillMask: fillMask({ model: 'deberta-v2' }),
} as const
