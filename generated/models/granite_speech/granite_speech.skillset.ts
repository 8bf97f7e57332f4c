// Made by vitest-hardware 0.1.0 from 978d6cc23c9c09bf; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, automaticSpeechRecognition, text2textGeneration } from 'vitest-hardware/skillset'

/** GraniteSpeech. Conformers with attention in blocks, a Q-Former over windows, Granite’s factors; whole windows and blocks of sound; Transformers.js loads such types as separate graphs where it has them, this is the whole forward pass in one; no tokenizer here has a token for sounds. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const graniteSpeech = {
  checkpoint: 'ibm-granite/granite-speech-3.3-2b',
  automaticSpeechRecognition: automaticSpeechRecognition({ model: 'granite_speech' }),
  anyToAny: anyToAny({ model: 'granite_speech' }),
  text2textGeneration: text2textGeneration({ model: 'granite_speech' }),
} as const
