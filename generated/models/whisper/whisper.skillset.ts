// Made by vitest-hardware 0.1.0 from d00440444235aa37; do not edit, "vitest-hardware generate" writes it anew.
import { audioClassification, automaticSpeechRecognition, featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** Whisper. hears one second where upstream hears thirty: 100 frames. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const whisper = {
  checkpoint: 'openai/whisper-tiny',
  automaticSpeechRecognition: automaticSpeechRecognition({ model: 'whisper' }),
  featureExtraction: featureExtraction({ model: 'whisper' }),
  textGeneration: textGeneration({ model: 'whisper' }),
  audioClassification: audioClassification({ model: 'whisper', labels: 10 }),
} as const
