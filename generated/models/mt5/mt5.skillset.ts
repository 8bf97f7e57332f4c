// Made by vitest-hardware 0.1.0 from 590c58ff02487d4e; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, text2textGeneration, textEncoding } from 'vitest-hardware/skillset'

/** MT5. T5 1.1: a gated feed-forward and a head of its own. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const mt5 = {
  checkpoint: 'google/mt5-small',
  text2textGeneration: text2textGeneration({ model: 'mt5' }),
  featureExtraction: featureExtraction({ model: 'mt5' }),
  textEncoding: textEncoding({ model: 'mt5' }),
} as const
