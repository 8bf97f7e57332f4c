// Made by vitest-hardware 0.1.0 from 3a13fc5f84e195d3; do not edit, "vitest-hardware generate" writes it anew.
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

/** SqueezeBERT. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const squeezebert = {
  checkpoint: 'squeezebert/squeezebert-uncased',
  fillMask: fillMask({ model: 'squeezebert' }),
  featureExtraction: featureExtraction({ model: 'squeezebert' }),
  textClassification: textClassification({ model: 'squeezebert', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'squeezebert' }),
  tokenClassification: tokenClassification({ model: 'squeezebert', labels: 3 }),
  multipleChoice: multipleChoice({ model: 'squeezebert' }),
  pretraining: pretraining({ model: 'squeezebert' }),
  textEncoding: textEncoding({ model: 'squeezebert' }),
} as const
