// Made by vitest-hardware 0.1.0 from a561c827e7106781; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction } from 'vitest-hardware/skillset'

/** Graphormer. nodes of a graph attend by distance and by the edges on the way; degrees stand where texts have positions; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const graphormer = {
  checkpoint: 'graphormer-base-pcqm4mv1',
  featureExtraction: featureExtraction({ model: 'graphormer' }),
} as const
