// Made by vitest-hardware 0.1.0 from ebf3634e21ad3669; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  fillMask,
  multipleChoice,
  pretraining,
  questionAnswering,
  textClassification,
  textGeneration,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** X-MOD. Transformers.js 4.3 has no class for xmod. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const xmod = {
  checkpoint: 'facebook/xmod-base',
  fillMask: fillMask({ model: 'xmod' }),
  featureExtraction: featureExtraction({ model: 'xmod' }),
  textClassification: textClassification({ model: 'xmod', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'xmod' }),
  tokenClassification: tokenClassification({ model: 'xmod', labels: 3 }),
  multipleChoice: multipleChoice({ model: 'xmod' }),
  pretraining: pretraining({ model: 'xmod' }),
  textGeneration: textGeneration({ model: 'xmod' }),
} as const
