// Made by vitest-hardware 0.1.0 from 13f950bb0ee9839b; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  fillMask,
  multipleChoice,
  pretraining,
  questionAnswering,
  textClassification,
  textEncoding,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** ALBERT. both layers have the same weights; embeddings half as wide as the hidden state. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const albert = {
  checkpoint: 'albert/albert-xxlarge-v2',
  fillMask: fillMask({ model: 'albert' }),
  featureExtraction: featureExtraction({ model: 'albert' }),
  textClassification: textClassification({ model: 'albert', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'albert' }),
  tokenClassification: tokenClassification({ model: 'albert', labels: 3 }),
  multipleChoice: multipleChoice({ model: 'albert' }),
  pretraining: pretraining({ model: 'albert' }),
  textEncoding: textEncoding({ model: 'albert' }),
} as const
