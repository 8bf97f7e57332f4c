// Made by vitest-hardware 0.1.0 from 9c08803cfd076b5d; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  fillMask,
  multipleChoice,
  pretraining,
  questionAnswering,
  textClassification,
  textGeneration,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** CamemBERT. RoBERTa under another name upstream; its config has the smaller epsilon. Transformers.js is tried with the types whose tokenizer the folder has. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const camembert = {
  checkpoint: 'almanach/camembert-base',
  fillMask: fillMask({ model: 'camembert' }),
  featureExtraction: featureExtraction({ model: 'camembert' }),
  textClassification: textClassification({ model: 'camembert', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'camembert' }),
  tokenClassification: tokenClassification({ model: 'camembert', labels: 3 }),
  multipleChoice: multipleChoice({ model: 'camembert' }),
  pretraining: pretraining({ model: 'camembert' }),
  textGeneration: textGeneration({ model: 'camembert' }),
} as const
