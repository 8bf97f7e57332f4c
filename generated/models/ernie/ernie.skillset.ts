// Made by vitest-hardware 0.1.0 from cda671bd4efccd56; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  fillMask,
  multipleChoice,
  nextSentencePrediction,
  pretraining,
  questionAnswering,
  textClassification,
  textGeneration,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** ERNIE. BERT’s graph upstream too, as long as `use_task_id` is off; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const ernie = {
  checkpoint: 'nghuyong/ernie-3.0-base-zh',
  fillMask: fillMask({ model: 'ernie' }),
  featureExtraction: featureExtraction({ model: 'ernie' }),
  textClassification: textClassification({ model: 'ernie', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'ernie' }),
  tokenClassification: tokenClassification({ model: 'ernie', labels: 3 }),
  multipleChoice: multipleChoice({ model: 'ernie' }),
  pretraining: pretraining({ model: 'ernie' }),
  textGeneration: textGeneration({ model: 'ernie' }),
  nextSentencePrediction: nextSentencePrediction({ model: 'ernie' }),
} as const
