// Made by vitest-hardware 0.1.0 from c4ad55be350aeeb8; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  fillMask,
  multipleChoice,
  questionAnswering,
  textClassification,
  textEncoding,
  textGeneration,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** RemBERT. Transformers.js 4.3 has no class for rembert. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const rembert = {
  checkpoint: 'google/rembert',
  fillMask: fillMask({ model: 'rembert' }),
  featureExtraction: featureExtraction({ model: 'rembert' }),
  textClassification: textClassification({ model: 'rembert', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'rembert' }),
  tokenClassification: tokenClassification({ model: 'rembert', labels: 3 }),
  multipleChoice: multipleChoice({ model: 'rembert' }),
  textGeneration: textGeneration({ model: 'rembert' }),
  textEncoding: textEncoding({ model: 'rembert' }),
} as const
