// Made by vitest-hardware 0.1.0 from da700b062ccc7285; do not edit, "vitest-hardware generate" writes it anew.
import { automaticSpeechRecognition, featureExtraction } from 'vitest-hardware/skillset'

/** Speech2Text. gated convolutions of stride 2 twice; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const speechToText = {
  checkpoint: 'facebook/s2t-small-librispeech-asr',
  automaticSpeechRecognition: automaticSpeechRecognition({ model: 'speech_to_text' }),
  featureExtraction: featureExtraction({ model: 'speech_to_text' }),
} as const
