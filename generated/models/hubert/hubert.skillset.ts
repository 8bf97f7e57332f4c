// Made by vitest-hardware 0.1.0 from 726473f4eaeeaed7; do not edit, "vitest-hardware generate" writes it anew.
import { audioClassification, automaticSpeechRecognition, featureExtraction } from 'vitest-hardware/skillset'

/** Hubert. wav2vec 2.0's encoder, trained on clusters of its own units (Hsu et al. 2021, arXiv:2106.07447): the graph is wav2vec2's but for names; three convolutions in front where upstream has seven: a frame is 20 samples, not 320. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const hubert = {
  checkpoint: 'facebook/hubert-base-ls960',
  automaticSpeechRecognition: automaticSpeechRecognition({ model: 'hubert' }),
  featureExtraction: featureExtraction({ model: 'hubert' }),
  audioClassification: audioClassification({ model: 'hubert', labels: 10 }),
} as const
