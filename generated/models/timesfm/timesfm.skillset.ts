// Made by vitest-hardware 0.1.0 from 5a6ec53d4a28ff51; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, timeSeriesPrediction } from 'vitest-hardware/skillset'

/** TimesFm. the forward pass that upstream runs behind the padding of its lists; queries scaled by learned factors; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const timesfm = {
  checkpoint: 'google/timesfm-2.0-500m-pytorch',
  timeSeriesPrediction: timeSeriesPrediction({ model: 'timesfm' }),
  featureExtraction: featureExtraction({ model: 'timesfm' }),
} as const
