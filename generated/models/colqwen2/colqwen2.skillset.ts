// Made by vitest-hardware 0.1.0 from 159bed30be4d3782; do not edit, "vitest-hardware generate" writes it anew.
import { pretraining } from 'vitest-hardware/skillset'

/** ColQwen2. Qwen2-VL with a projection in place of scores; all images of one call have one grid; Transformers.js has no class for it, and no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const colqwen2 = {
  checkpoint: 'vidore/colqwen2-v1.0-hf',
  pretraining: pretraining({ model: 'colqwen2' }),
} as const
