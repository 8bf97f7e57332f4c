// Made by vitest-hardware 0.1.0 from 181fd0a952da08fa; do not edit, "vitest-hardware generate" writes it anew.
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

/** XLM-RoBERTa-XL. Transformers.js 4.3 has no class for xlm-roberta-xl. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const xlmRobertaXl = {
  checkpoint: 'FacebookAI/xlm-roberta-xl',
  fillMask: fillMask({ model: 'xlm-roberta-xl' }),
  featureExtraction: featureExtraction({ model: 'xlm-roberta-xl' }),
  textClassification: textClassification({ model: 'xlm-roberta-xl', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'xlm-roberta-xl' }),
  tokenClassification: tokenClassification({ model: 'xlm-roberta-xl', labels: 3 }),
  multipleChoice: multipleChoice({ model: 'xlm-roberta-xl' }),
  pretraining: pretraining({ model: 'xlm-roberta-xl' }),
  textGeneration: textGeneration({ model: 'xlm-roberta-xl' }),
  textEncoding: textEncoding({ model: 'xlm-roberta-xl' }),
} as const
