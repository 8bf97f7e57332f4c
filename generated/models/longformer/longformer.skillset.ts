// Made by vitest-hardware 0.1.0 from 7ec1fe0935625189; do not edit, "vitest-hardware generate" writes it anew.
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

/** Longformer. the export sees a window; global attention would be an input of its own; Transformers.js 4.3 has no class for longformer. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const longformer = {
  checkpoint: 'allenai/longformer-base-4096',
  fillMask: fillMask({ model: 'longformer' }),
  featureExtraction: featureExtraction({ model: 'longformer' }),
  textClassification: textClassification({ model: 'longformer', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'longformer' }),
  tokenClassification: tokenClassification({ model: 'longformer', labels: 3 }),
  multipleChoice: multipleChoice({ model: 'longformer' }),
  pretraining: pretraining({ model: 'longformer' }),
  textEncoding: textEncoding({ model: 'longformer' }),
} as const
