// Made by vitest-hardware 0.1.0 from 8db5afd6d889dc8b; do not edit, "vitest-hardware generate" writes it anew.
import {
  audioClassification,
  audioFrameClassification,
  audioXvector,
  automaticSpeechRecognition,
  featureExtraction,
} from 'vitest-hardware/skillset'

/** Wav2Vec2-Conformer. Conformer layers with sinusoids of the distance and learned biases; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const wav2vec2Conformer = {
  checkpoint: 'facebook/wav2vec2-conformer-rel-pos-large',
  automaticSpeechRecognition: automaticSpeechRecognition({ model: 'wav2vec2-conformer' }),
  featureExtraction: featureExtraction({ model: 'wav2vec2-conformer' }),
  audioClassification: audioClassification({ model: 'wav2vec2-conformer', labels: 10 }),
  audioFrameClassification: audioFrameClassification({ model: 'wav2vec2-conformer', labels: 10 }),
  audioXvector: audioXvector({ model: 'wav2vec2-conformer' }),
} as const
