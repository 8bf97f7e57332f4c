// Made by vitest-hardware 0.1.0 from 65dbdd40c1da93f0; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction } from 'vitest-hardware/skillset'

/** MGP-STR. words as characters, byte pairs and word pieces at once; the tokenizer of characters is not among those here. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const mgpStr = {
  checkpoint: 'alibaba-damo/mgp-str-base',
  featureExtraction: featureExtraction({ model: 'mgp-str' }),
} as const
