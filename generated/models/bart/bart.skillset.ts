// Made by vitest-hardware 0.1.0 from 48e70fb84de6a9a2; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  fillMask,
  pretraining,
  questionAnswering,
  text2textGeneration,
  textClassification,
  textGeneration,
} from 'vitest-hardware/skillset'

/** BART. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const bart = {
  checkpoint: 'facebook/bart-large',
  text2textGeneration: text2textGeneration({ model: 'bart' }),
  featureExtraction: featureExtraction({ model: 'bart' }),
  pretraining: pretraining({ model: 'bart' }),
  textGeneration: textGeneration({ model: 'bart' }),
  fillMask: fillMask({ model: 'bart' }),
  textClassification: textClassification({ model: 'bart', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'bart' }),
} as const
