// Made by vitest-hardware 0.1.0 from 58230199e8efaa32; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  pretraining,
  questionAnswering,
  text2textGeneration,
  textClassification,
  textEncoding,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** T5. no biases, relative positions from the first block, scores that are not scaled. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const t5 = {
  checkpoint: 'google-t5/t5-small',
  text2textGeneration: text2textGeneration({ model: 't5' }),
  featureExtraction: featureExtraction({ model: 't5' }),
  textEncoding: textEncoding({ model: 't5' }),
  pretraining: pretraining({ model: 't5' }),
  textClassification: textClassification({ model: 't5', labels: 3 }),
  questionAnswering: questionAnswering({ model: 't5' }),
  tokenClassification: tokenClassification({ model: 't5', labels: 3 }),
} as const
