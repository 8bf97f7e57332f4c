// Made by vitest-hardware 0.1.0 from 236b11a994414894; do not edit, "vitest-hardware generate" writes it anew.
import { audioClassification, featureExtraction } from 'vitest-hardware/skillset'

/** Audio Spectrogram Transformer. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const audioSpectrogramTransformer = {
  checkpoint: 'MIT/ast-finetuned-audioset-10-10-0.4593',
  audioClassification: audioClassification({ model: 'audio-spectrogram-transformer', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'audio-spectrogram-transformer' }),
} as const
