// Made by vitest-hardware 0.1.0 from 769d1ada064fc255; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  questionAnswering,
  text2textGeneration,
  textClassification,
  textEncoding,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** UMT5. each block has a position bias of its own; Transformers.js 4.3 has no class for umt5. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const umt5 = {
  checkpoint: 'google/umt5-small',
  text2textGeneration: text2textGeneration({ model: 'umt5' }),
  featureExtraction: featureExtraction({ model: 'umt5' }),
  textEncoding: textEncoding({ model: 'umt5' }),
  textClassification: textClassification({ model: 'umt5', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'umt5' }),
  tokenClassification: tokenClassification({ model: 'umt5', labels: 3 }),
} as const
