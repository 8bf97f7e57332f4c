// Made by vitest-hardware 0.1.0 from 569fb15386bd541b; do not edit, "vitest-hardware generate" writes it anew.
import { imageTextToText } from 'vitest-hardware/skillset'

/** Nougat. Donut's encoder and mBART's decoder by the class for any such pair, square pages; Transformers.js knows the pair by the type vision-encoder-decoder, with keys of cross-attention in the cache. */
export const nougat = {
  imageTextToText: imageTextToText({ model: 'nougat' }),
} as const
