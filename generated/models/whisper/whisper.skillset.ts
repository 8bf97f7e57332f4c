// Made by vitest-hardware 0.1.0 from ac95580599598f9d; do not edit, "vitest-hardware generate" writes it anew.
import { automaticSpeechRecognition } from 'vitest-hardware/skillset'

/** Whisper. hears one second where upstream hears thirty: 100 frames. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const whisper = {
  checkpoint: 'openai/whisper-tiny',
  automaticSpeechRecognition: automaticSpeechRecognition({ model: 'whisper' }),
} as const
