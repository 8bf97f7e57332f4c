// Made by vitest-hardware 0.1.0 from b0ccbfb5e9dd3c61; do not edit, "vitest-hardware generate" writes it anew.
import {
  audioClassification,
  audioFrameClassification,
  audioXvector,
  automaticSpeechRecognition,
  featureExtraction,
} from 'vitest-hardware/skillset'

/** WavLM. a relative position bias, gated by the query; three convolutions in front where upstream has seven: a frame is 20 samples, not 320. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const wavlm = {
  checkpoint: 'microsoft/wavlm-base',
  automaticSpeechRecognition: automaticSpeechRecognition({ model: 'wavlm' }),
  featureExtraction: featureExtraction({ model: 'wavlm' }),
  audioClassification: audioClassification({ model: 'wavlm', labels: 10 }),
  audioFrameClassification: audioFrameClassification({ model: 'wavlm', labels: 10 }),
  audioXvector: audioXvector({ model: 'wavlm' }),
} as const
