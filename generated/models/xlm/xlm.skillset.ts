// Made by vitest-hardware 0.1.0 from 0f726cfe852494cc; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  fillMask,
  pretraining,
  questionAnswering,
  textClassification,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** XLM. xlm's tokenizer is another's here, so Transformers.js is not tried. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const xlm = {
  checkpoint: 'FacebookAI/xlm-mlm-en-2048',
  fillMask: fillMask({ model: 'xlm' }),
  featureExtraction: featureExtraction({ model: 'xlm' }),
  pretraining: pretraining({ model: 'xlm' }),
  textClassification: textClassification({ model: 'xlm', labels: 3 }),
  tokenClassification: tokenClassification({ model: 'xlm', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'xlm' }),
} as const
