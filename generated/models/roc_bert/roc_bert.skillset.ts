// Made by vitest-hardware 0.1.0 from c5bc429df2775a22; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  fillMask,
  questionAnswering,
  textClassification,
  textEncoding,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** RoCBert. Transformers.js 4.3 has no class for roc_bert. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const rocBert = {
  checkpoint: 'weiweishi/roc-bert-base-zh',
  fillMask: fillMask({ model: 'roc_bert' }),
  featureExtraction: featureExtraction({ model: 'roc_bert' }),
  textClassification: textClassification({ model: 'roc_bert', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'roc_bert' }),
  tokenClassification: tokenClassification({ model: 'roc_bert', labels: 3 }),
  textEncoding: textEncoding({ model: 'roc_bert' }),
} as const
