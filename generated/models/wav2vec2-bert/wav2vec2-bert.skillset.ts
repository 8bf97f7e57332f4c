// Made by vitest-hardware 0.1.0 from dc2d4a8af60851e8; do not edit, "vitest-hardware generate" writes it anew.
import {
  audioClassification,
  audioFrameClassification,
  audioXvector,
  automaticSpeechRecognition,
  featureExtraction,
} from 'vitest-hardware/skillset'

/** Wav2Vec2-BERT. a frame is two steps of 16 mel bins where upstream has 80. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const wav2vec2Bert = {
  checkpoint: 'facebook/wav2vec2-bert-rel-pos-large',
  automaticSpeechRecognition: automaticSpeechRecognition({ model: 'wav2vec2-bert' }),
  featureExtraction: featureExtraction({ model: 'wav2vec2-bert' }),
  audioClassification: audioClassification({ model: 'wav2vec2-bert', labels: 10 }),
  audioFrameClassification: audioFrameClassification({ model: 'wav2vec2-bert', labels: 10 }),
  audioXvector: audioXvector({ model: 'wav2vec2-bert' }),
} as const
