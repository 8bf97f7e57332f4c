// Made by vitest-hardware 0.1.0 from 7b4e23592b87f934; do not edit, "vitest-hardware generate" writes it anew.
import { imageTextToText } from 'vitest-hardware/skillset'

/** Nougat. Donut's encoder and mBART's decoder by the class for any such pair, square pages; Transformers.js knows the pair by the type vision-encoder-decoder, with keys of cross-attention in the cache. */
export const nougat = {
  imageTextToText: imageTextToText({ model: 'nougat' }),
} as const
