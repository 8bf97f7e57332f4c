// Made by vitest-hardware 0.1.0 from a61e6783f5c7e4f1; do not edit, "vitest-hardware generate" writes it anew.
import { textGeneration } from 'vitest-hardware/skillset'

/** TrOCR. a decoder that upstream uses within an encoder-decoder: as a language model of its own it has no cross-attention; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const trocr = {
  checkpoint: 'microsoft/trocr-base-handwritten',
  textGeneration: textGeneration({ model: 'trocr' }),
} as const
