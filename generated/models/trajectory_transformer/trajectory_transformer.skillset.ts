// Made by vitest-hardware 0.1.0 from 9df083671ef5e103; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction } from 'vitest-hardware/skillset'

/** Trajectory Transformer. tokens of each part of a step are their own, as is its head; values estimated before are masked; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const trajectoryTransformer = {
  checkpoint: 'CarlCochet/trajectory-transformer-halfcheetah-medium-v2',
  featureExtraction: featureExtraction({ model: 'trajectory_transformer' }),
} as const
