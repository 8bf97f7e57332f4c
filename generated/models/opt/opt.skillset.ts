// Made by vitest-hardware 0.1.0 from a64315a038a97b0e; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, questionAnswering, textClassification, textGeneration } from 'vitest-hardware/skillset'

/** OPT. learned positions counted by the attention mask, two rows ahead; ReLU. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const opt = {
  checkpoint: 'facebook/opt-350m',
  textGeneration: textGeneration({ model: 'opt' }),
  featureExtraction: featureExtraction({ model: 'opt' }),
  textClassification: textClassification({ model: 'opt', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'opt' }),
} as const
