// Made by vitest-hardware 0.1.0 from c0b26ffd8b3b3072; do not edit, "vitest-hardware generate" writes it anew.
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

/** RoBERTa-PreLayerNorm. Transformers.js 4.3 has no class for roberta-prelayernorm. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const robertaPrelayernorm = {
  checkpoint: 'andreasmadsen/efficient_mlm_m0.40',
  fillMask: fillMask({ model: 'roberta-prelayernorm' }),
  featureExtraction: featureExtraction({ model: 'roberta-prelayernorm' }),
  textClassification: textClassification({ model: 'roberta-prelayernorm', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'roberta-prelayernorm' }),
  tokenClassification: tokenClassification({ model: 'roberta-prelayernorm', labels: 3 }),
  multipleChoice: multipleChoice({ model: 'roberta-prelayernorm' }),
  pretraining: pretraining({ model: 'roberta-prelayernorm' }),
  textGeneration: textGeneration({ model: 'roberta-prelayernorm' }),
  textEncoding: textEncoding({ model: 'roberta-prelayernorm' }),
} as const
