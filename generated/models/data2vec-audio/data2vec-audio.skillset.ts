// Made by vitest-hardware 0.1.0 from 7111c909e40d4fca; do not edit, "vitest-hardware generate" writes it anew.
import {
  audioClassification,
  audioFrameClassification,
  audioXvector,
  automaticSpeechRecognition,
  featureExtraction,
} from 'vitest-hardware/skillset'

/** Data2VecAudio. a layer norm behind each convolution and five convolutions for positions (Baevski et al. 2022, arXiv:2202.03555); Transformers.js has no class for it; three convolutions in front where upstream has seven: a frame is 20 samples, not 320. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const data2vecAudio = {
  checkpoint: 'facebook/data2vec-audio-base-960h',
  automaticSpeechRecognition: automaticSpeechRecognition({ model: 'data2vec-audio' }),
  featureExtraction: featureExtraction({ model: 'data2vec-audio' }),
  audioClassification: audioClassification({ model: 'data2vec-audio', labels: 10 }),
  audioFrameClassification: audioFrameClassification({ model: 'data2vec-audio', labels: 10 }),
  audioXvector: audioXvector({ model: 'data2vec-audio' }),
} as const
