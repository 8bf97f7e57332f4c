// Made by vitest-hardware 0.1.0 from 4245db49943e2537; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** BitNet. norms before the output projections of attention and feed-forward, gated squared ReLU; weights unpacked, as upstream holds them without its quantizer; Transformers.js 4.3 has no class for bitnet. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const bitnet = {
  checkpoint: 'microsoft/bitnet-b1.58-2B-4T',
  textGeneration: textGeneration({ model: 'bitnet' }),
  featureExtraction: featureExtraction({ model: 'bitnet' }),
} as const
