// Made by vitest-hardware 0.1.0 from 3dd87b22047baf3b; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, maskGeneration } from 'vitest-hardware/skillset'

/** SAM-HQ. SAM with a token of high quality over early and late features; prompts are points, boxes and masks are other inputs of upstream’s; Transformers.js loads it in two sessions, image and prompt apart. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const samHq = {
  checkpoint: 'syscv-community/sam-hq-vit-base',
  maskGeneration: maskGeneration({ model: 'sam_hq' }),
  featureExtraction: featureExtraction({ model: 'sam_hq' }),
} as const
