// Made by vitest-hardware 0.1.0 from de3a2565f3a8f44e; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction } from 'vitest-hardware/skillset'

/** BridgeTower. each of the last layers of both towers is joined to a layer of its own that looks both ways; padding stands at the end, so positions are counted by the mask; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const bridgetower = {
  checkpoint: 'BridgeTower/bridgetower-base',
  featureExtraction: featureExtraction({ model: 'bridgetower' }),
} as const
