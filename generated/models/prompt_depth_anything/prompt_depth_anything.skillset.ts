// Made by vitest-hardware 0.1.0 from febb432c9b7f5622; do not edit, "vitest-hardware generate" writes it anew.
import { depthEstimation } from 'vitest-hardware/skillset'

/** PromptDepthAnything. Depth Anything with a coarse depth map added at each scale, whose range the answer has; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const promptDepthAnything = {
  checkpoint: 'LiheYoung/depth-anything-small-hf',
  depthEstimation: depthEstimation({ model: 'prompt_depth_anything' }),
} as const
