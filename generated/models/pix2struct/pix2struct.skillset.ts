// Made by vitest-hardware 0.1.0 from d7e62d73978e437b; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, imageTextToText } from 'vitest-hardware/skillset'

/** Pix2Struct. patches bring their row and column; Transformers.js has no class for it, and there is no processor of patches here. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const pix2struct = {
  checkpoint: 'google/pix2struct-base',
  imageTextToText: imageTextToText({ model: 'pix2struct' }),
  anyToAny: anyToAny({ model: 'pix2struct' }),
} as const
