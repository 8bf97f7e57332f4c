// Made by vitest-hardware 0.1.0 from 98f5cd83a87787de; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, text2textGeneration, textEncoding } from 'vitest-hardware/skillset'

/** UMT5. each block has a position bias of its own; Transformers.js 4.3 has no class for umt5. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const umt5 = {
  checkpoint: 'google/umt5-small',
  text2textGeneration: text2textGeneration({ model: 'umt5' }),
  featureExtraction: featureExtraction({ model: 'umt5' }),
  textEncoding: textEncoding({ model: 'umt5' }),
} as const
