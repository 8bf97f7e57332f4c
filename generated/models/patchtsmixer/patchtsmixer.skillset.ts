// Made by vitest-hardware 0.1.0 from 232df75e7d859506; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, timeSeriesClassification, timeSeriesRegression } from 'vitest-hardware/skillset'

/** PatchTSMixer. perceptrons along patches and along features with gates of softmax, in place of attention; not tried with Transformers.js. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const patchtsmixer = {
  checkpoint: 'ibm/patchtsmixer-etth1-pretrain',
  featureExtraction: featureExtraction({ model: 'patchtsmixer' }),
  timeSeriesClassification: timeSeriesClassification({ model: 'patchtsmixer' }),
  timeSeriesRegression: timeSeriesRegression({ model: 'patchtsmixer' }),
} as const
