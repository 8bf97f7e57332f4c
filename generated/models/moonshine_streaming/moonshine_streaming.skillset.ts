// Made by vitest-hardware 0.1.0 from 92fdcd67021af6e8; do not edit, "vitest-hardware generate" writes it anew.
import { automaticSpeechRecognition, featureExtraction } from 'vitest-hardware/skillset'

/** MoonshineStreaming. frames of 80 samples, windows of attention, places added by the decoder; not tried with Transformers.js. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const moonshineStreaming = {
  checkpoint: 'UsefulSensors/moonshine-streaming-tiny',
  automaticSpeechRecognition: automaticSpeechRecognition({ model: 'moonshine_streaming' }),
  featureExtraction: featureExtraction({ model: 'moonshine_streaming' }),
} as const
