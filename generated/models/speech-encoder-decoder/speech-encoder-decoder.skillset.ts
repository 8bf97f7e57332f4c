// Made by vitest-hardware 0.1.0 from 492c41e29b679e5e; do not edit, "vitest-hardware generate" writes it anew.
import { automaticSpeechRecognition } from 'vitest-hardware/skillset'

/** Speech Encoder decoder. any speech encoder before any decoder: here wav2vec 2.0 and mBART, the pair of the first published models; Transformers.js has no class for it. */
export const speechEncoderDecoder = {
  automaticSpeechRecognition: automaticSpeechRecognition({ model: 'speech-encoder-decoder' }),
} as const
