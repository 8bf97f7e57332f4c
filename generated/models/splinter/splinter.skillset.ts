// Made by vitest-hardware 0.1.0 from c1d500338eb1125d; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction } from 'vitest-hardware/skillset'

/** Splinter. Transformers.js 4.3 has no class for splinter. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const splinter = {
  checkpoint: 'tau/splinter-base',
  featureExtraction: featureExtraction({ model: 'splinter' }),
} as const
