// Made by vitest-hardware 0.1.0 from 706c97c83290f1cc; do not edit, "vitest-hardware generate" writes it anew.
import {
  audioClassification,
  audioFrameClassification,
  audioXvector,
  automaticSpeechRecognition,
  featureExtraction,
} from 'vitest-hardware/skillset'

/** Wav2Vec2. three convolutions in front where upstream has seven: a frame is 20 samples, not 320. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const wav2vec2 = {
  checkpoint: 'facebook/wav2vec2-base-960h',
  automaticSpeechRecognition: automaticSpeechRecognition({ model: 'wav2vec2' }),
  featureExtraction: featureExtraction({ model: 'wav2vec2' }),
  audioClassification: audioClassification({ model: 'wav2vec2', labels: 10 }),
  audioFrameClassification: audioFrameClassification({ model: 'wav2vec2', labels: 10 }),
  audioXvector: audioXvector({ model: 'wav2vec2' }),
} as const
