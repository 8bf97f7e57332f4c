// Made by vitest-hardware 0.1.0 from 938b5fedadc9568b; do not edit, "vitest-hardware generate" writes it anew.
import { pretraining, retrieval } from 'vitest-hardware/skillset'

/** ColModernVBert. ModernVBERT with a projection in place of scores; Transformers.js has no class for it, and no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const colmodernvbert = {
  checkpoint: 'ModernVBERT/colmodernvbert-merged',
  pretraining: pretraining({ model: 'colmodernvbert' }),
  retrieval: retrieval({ model: 'colmodernvbert' }),
} as const
