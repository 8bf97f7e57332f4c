// Made by vitest-hardware 0.1.0 from c396d512d8e7d39a; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  fillMask,
  multipleChoice,
  nextSentencePrediction,
  pretraining,
  questionAnswering,
  textClassification,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** Nezha. Transformers.js 4.3 has no class for nezha. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const nezha = {
  checkpoint: 'sijunhe/nezha-cn-base',
  fillMask: fillMask({ model: 'nezha' }),
  featureExtraction: featureExtraction({ model: 'nezha' }),
  textClassification: textClassification({ model: 'nezha', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'nezha' }),
  tokenClassification: tokenClassification({ model: 'nezha', labels: 3 }),
  multipleChoice: multipleChoice({ model: 'nezha' }),
  pretraining: pretraining({ model: 'nezha' }),
  nextSentencePrediction: nextSentencePrediction({ model: 'nezha' }),
} as const
