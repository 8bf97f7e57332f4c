// Made by vitest-hardware 0.1.0 from 5a0e64e7bd22e27b; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  fillMask,
  questionAnswering,
  text2textGeneration,
  textClassification,
  textGeneration,
} from 'vitest-hardware/skillset'

/** mBART. norms before the sublayers and behind the embeddings. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const mbart = {
  checkpoint: 'facebook/mbart-large-cc25',
  text2textGeneration: text2textGeneration({ model: 'mbart' }),
  featureExtraction: featureExtraction({ model: 'mbart' }),
  textGeneration: textGeneration({ model: 'mbart' }),
  fillMask: fillMask({ model: 'mbart' }),
  textClassification: textClassification({ model: 'mbart', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'mbart' }),
} as const
