// Made by vitest-hardware 0.1.0 from 16e06f730ea069c8; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, timeSeriesPrediction } from 'vitest-hardware/skillset'

/** TimesFm2p5. patches normalised by running statistics, rotation, norms of queries and keys; a series and its mirror image in one batch; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const timesfm2_5 = {
  checkpoint: 'google/timesfm-2.5-200m-transformers',
  timeSeriesPrediction: timeSeriesPrediction({ model: 'timesfm2_5' }),
  featureExtraction: featureExtraction({ model: 'timesfm2_5' }),
} as const
