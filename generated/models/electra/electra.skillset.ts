// Made by vitest-hardware 0.1.0 from 5c350580d1c8451e; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  fillMask,
  multipleChoice,
  pretraining,
  questionAnswering,
  textClassification,
  textEncoding,
  textGeneration,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** ELECTRA. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const electra = {
  checkpoint: 'google/electra-small-discriminator',
  fillMask: fillMask({ model: 'electra' }),
  featureExtraction: featureExtraction({ model: 'electra' }),
  textClassification: textClassification({ model: 'electra', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'electra' }),
  tokenClassification: tokenClassification({ model: 'electra', labels: 3 }),
  multipleChoice: multipleChoice({ model: 'electra' }),
  pretraining: pretraining({ model: 'electra' }),
  textGeneration: textGeneration({ model: 'electra' }),
  textEncoding: textEncoding({ model: 'electra' }),
} as const
