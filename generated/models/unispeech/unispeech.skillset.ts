// Made by vitest-hardware 0.1.0 from b9e108217dbe52ea; do not edit, "vitest-hardware generate" writes it anew.
import { audioClassification, automaticSpeechRecognition, featureExtraction } from 'vitest-hardware/skillset'

/** UniSpeech. wav2vec 2.0's encoder, trained with phonemes besides (Wang et al. 2021, arXiv:2101.07597): the graph is wav2vec2's but for names; three convolutions in front where upstream has seven: a frame is 20 samples, not 320. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const unispeech = {
  checkpoint: 'microsoft/unispeech-large-1500h-cv',
  automaticSpeechRecognition: automaticSpeechRecognition({ model: 'unispeech' }),
  featureExtraction: featureExtraction({ model: 'unispeech' }),
  audioClassification: audioClassification({ model: 'unispeech', labels: 10 }),
} as const
