// Made by vitest-hardware 0.1.0 from 5f27e9d04e25f228; do not edit, "vitest-hardware generate" writes it anew.
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

/** XLM-RoBERTa. RoBERTa under another name upstream, with a SentencePiece vocabulary. Transformers.js is tried with the types whose tokenizer the folder has. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const xlmRoberta = {
  checkpoint: 'FacebookAI/xlm-mlm-en-2048',
  fillMask: fillMask({ model: 'xlm-roberta' }),
  featureExtraction: featureExtraction({ model: 'xlm-roberta' }),
  textClassification: textClassification({ model: 'xlm-roberta', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'xlm-roberta' }),
  tokenClassification: tokenClassification({ model: 'xlm-roberta', labels: 3 }),
  multipleChoice: multipleChoice({ model: 'xlm-roberta' }),
  pretraining: pretraining({ model: 'xlm-roberta' }),
  textGeneration: textGeneration({ model: 'xlm-roberta' }),
  textEncoding: textEncoding({ model: 'xlm-roberta' }),
} as const
