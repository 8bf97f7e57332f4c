// Made by vitest-hardware 0.1.0 from 87e50897cc5f1d10; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  questionAnswering,
  text2textGeneration,
  textClassification,
  textEncoding,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** MT5. T5 1.1: a gated feed-forward and a head of its own. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const mt5 = {
  checkpoint: 'google/mt5-small',
  text2textGeneration: text2textGeneration({ model: 'mt5' }),
  featureExtraction: featureExtraction({ model: 'mt5' }),
  textEncoding: textEncoding({ model: 'mt5' }),
  textClassification: textClassification({ model: 'mt5', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'mt5' }),
  tokenClassification: tokenClassification({ model: 'mt5', labels: 3 }),
} as const
