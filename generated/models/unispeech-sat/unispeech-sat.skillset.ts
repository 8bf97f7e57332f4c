// Made by vitest-hardware 0.1.0 from 5be471698bbb7e2d; do not edit, "vitest-hardware generate" writes it anew.
import {
  audioClassification,
  audioFrameClassification,
  audioXvector,
  automaticSpeechRecognition,
  featureExtraction,
} from 'vitest-hardware/skillset'

/** UniSpeechSat. wav2vec 2.0's encoder, trained to tell speakers apart (Chen et al. 2021, arXiv:2110.05752): the graph is wav2vec2's but for names; three convolutions in front where upstream has seven: a frame is 20 samples, not 320. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const unispeechSat = {
  checkpoint: 'microsoft/unispeech-sat-base-100h-libri-ft',
  automaticSpeechRecognition: automaticSpeechRecognition({ model: 'unispeech-sat' }),
  featureExtraction: featureExtraction({ model: 'unispeech-sat' }),
  audioClassification: audioClassification({ model: 'unispeech-sat', labels: 10 }),
  audioFrameClassification: audioFrameClassification({ model: 'unispeech-sat', labels: 10 }),
  audioXvector: audioXvector({ model: 'unispeech-sat' }),
} as const
