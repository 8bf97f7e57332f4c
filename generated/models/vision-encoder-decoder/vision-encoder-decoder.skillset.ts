// Made by vitest-hardware 0.1.0 from 582b630033321660; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, imageTextToText } from 'vitest-hardware/skillset'

/** Vision Encoder decoder. without preprocessor, which each pair chooses; TrOCR's pair, ViT and a decoder of BART's kind; Transformers.js loads the type with its decoder's own class, whose cache has cross-attention's keys too. */
export const visionEncoderDecoder = {
  imageTextToText: imageTextToText({ model: 'vision-encoder-decoder' }),
  anyToAny: anyToAny({ model: 'vision-encoder-decoder' }),
} as const
