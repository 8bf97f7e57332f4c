// Made by vitest-hardware 0.1.0 from 72dfce6dd12b4ef5; do not edit, "vitest-hardware generate" writes it anew.
import { fillMask } from 'vitest-hardware/skillset'

/** ModernBERT. rotary positions, attention to all tokens in each third layer and to near ones in the others, GeGLU, norms without bias. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const modernbert = {
  checkpoint: 'answerdotai/ModernBERT-base',
  fillMask: fillMask({ model: 'modernbert' }),
} as const
