// Made by vitest-hardware 0.1.0 from 2a211a21daa1db1e; do not edit, "vitest-hardware generate" writes it anew.
import { depthEstimation } from 'vitest-hardware/skillset'

/** CHMv2. DINOv3 under a dense prediction head whose scores weigh depths of bins. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const chmv2 = {
  checkpoint: 'facebook/dinov3-vitl16-chmv2-dpt-head',
  depthEstimation: depthEstimation({ model: 'chmv2' }),
} as const
