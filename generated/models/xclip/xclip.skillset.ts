// Made by vitest-hardware 0.1.0 from 82c0f6987559b95b; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction } from 'vitest-hardware/skillset'

/** X-CLIP. videos of two frames, which tell one another; a text’s vector depends on the video; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const xclip = {
  checkpoint: 'microsoft/xclip-base-patch32',
  featureExtraction: featureExtraction({ model: 'xclip' }),
} as const
