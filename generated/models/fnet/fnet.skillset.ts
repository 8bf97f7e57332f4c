// Made by vitest-hardware 0.1.0 from 9f77b13c20c56c0c; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  fillMask,
  nextSentencePrediction,
  questionAnswering,
  textClassification,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** FNet. Transformers.js 4.3 has no class for fnet. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const fnet = {
  checkpoint: 'google/fnet-base',
  fillMask: fillMask({ model: 'fnet' }),
  featureExtraction: featureExtraction({ model: 'fnet' }),
  textClassification: textClassification({ model: 'fnet', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'fnet' }),
  tokenClassification: tokenClassification({ model: 'fnet', labels: 3 }),
  nextSentencePrediction: nextSentencePrediction({ model: 'fnet' }),
} as const
