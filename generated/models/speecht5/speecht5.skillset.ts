// Made by vitest-hardware 0.1.0 from 89867e0bf7bb777a; do not edit, "vitest-hardware generate" writes it anew.
import { automaticSpeechRecognition, featureExtraction, textToAudio } from 'vitest-hardware/skillset'

/** SpeechT5. one pair of encoder and decoder between prenets and postnets of text and of speech; Transformers.js has its speech synthesis alone, as graphs with caches. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const speecht5 = {
  checkpoint: 'microsoft/speecht5_asr',
  automaticSpeechRecognition: automaticSpeechRecognition({ model: 'speecht5' }),
  featureExtraction: featureExtraction({ model: 'speecht5' }),
  textToAudio: textToAudio({ model: 'speecht5' }),
} as const
