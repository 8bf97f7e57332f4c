// Made by vitest-hardware 0.1.0 from fcf6f0c00e4ef0ef; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction } from 'vitest-hardware/skillset'

/** Time Series Transformer. as in training, with the values to come as the decoder’s input; each step reads lagged values and its time; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const timeSeriesTransformer = {
  checkpoint: 'huggingface/time-series-transformer-tourism-monthly',
  featureExtraction: featureExtraction({ model: 'time_series_transformer' }),
} as const
