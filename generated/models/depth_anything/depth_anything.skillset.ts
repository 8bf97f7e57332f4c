// Made by vitest-hardware 0.1.0 from 37c79e742dbd2c79; do not edit, "vitest-hardware generate" writes it anew.
import { depthEstimation } from 'vitest-hardware/skillset'

/** Depth Anything. DPT’s neck on DINOv2, whose class token it leaves out (Yang et al. 2024, arXiv:2401.10891). Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const depthAnything = {
  checkpoint: 'LiheYoung/depth-anything-small-hf',
  depthEstimation: depthEstimation({ model: 'depth_anything' }),
} as const
