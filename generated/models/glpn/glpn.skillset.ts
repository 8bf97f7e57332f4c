// Made by vitest-hardware 0.1.0 from 19f949cace59d48a; do not edit, "vitest-hardware generate" writes it anew.
import { depthEstimation, featureExtraction, imageFeatureExtraction } from 'vitest-hardware/skillset'

/** GLPN. SegFormer’s encoder; fine and coarse maps are chosen from cell by cell on the way up. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const glpn = {
  checkpoint: 'vinvino02/glpn-kitti',
  depthEstimation: depthEstimation({ model: 'glpn' }),
  featureExtraction: featureExtraction({ model: 'glpn' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'glpn' }),
} as const
