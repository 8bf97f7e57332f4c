// Made by vitest-hardware 0.1.0 from 36fe8f55ba71a743; do not edit, "vitest-hardware generate" writes it anew.
import { pretraining, retrieval } from 'vitest-hardware/skillset'

/** ColPali. PaliGemma, read both ways, with a projection in place of scores; Transformers.js has no class for it, and no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const colpali = {
  checkpoint: 'vidore/colpali-v1.2',
  pretraining: pretraining({ model: 'colpali' }),
  retrieval: retrieval({ model: 'colpali' }),
} as const
