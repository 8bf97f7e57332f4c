// Made by vitest-hardware 0.1.0 from de12999718287634; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, timeSeriesClassification, timeSeriesRegression } from 'vitest-hardware/skillset'

/** PatchTST. channels share one transformer and never meet before the head; batch norm over the width; not tried with Transformers.js. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const patchtst = {
  checkpoint: 'ibm-granite/granite-timeseries-patchtst',
  featureExtraction: featureExtraction({ model: 'patchtst' }),
  timeSeriesClassification: timeSeriesClassification({ model: 'patchtst' }),
  timeSeriesRegression: timeSeriesRegression({ model: 'patchtst' }),
} as const
