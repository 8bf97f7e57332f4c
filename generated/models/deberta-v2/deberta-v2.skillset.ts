// Made by vitest-hardware 0.1.0 from c9cf3482f29b6243; do not edit, "vitest-hardware generate" writes it anew.
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

/** DeBERTa-v2. disentangled attention over content and relative position. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const debertaV2 = {
  checkpoint: 'microsoft/deberta-v2-xlarge',
  fillMask: fillMask({ model: 'deberta-v2' }),
  featureExtraction: featureExtraction({ model: 'deberta-v2' }),
  textClassification: textClassification({ model: 'deberta-v2', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'deberta-v2' }),
  tokenClassification: tokenClassification({ model: 'deberta-v2', labels: 3 }),
  multipleChoice: multipleChoice({ model: 'deberta-v2' }),
  pretraining: pretraining({ model: 'deberta-v2' }),
  textEncoding: textEncoding({ model: 'deberta-v2' }),
} as const
