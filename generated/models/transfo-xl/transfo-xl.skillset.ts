// Made by vitest-hardware 0.1.0 from 63e5544531f6de58; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, pretraining, textClassification, textGeneration } from 'vitest-hardware/skillset'

/** Transformer-XL. relative positions with learned biases, words in groups of their frequency going in and out; without memory; no tokenizer here cuts by words as its own does; Transformers.js 4.3 has no class for transfo-xl. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const transfoXl = {
  checkpoint: 'transfo-xl/transfo-xl-wt103',
  textGeneration: textGeneration({ model: 'transfo-xl' }),
  featureExtraction: featureExtraction({ model: 'transfo-xl' }),
  pretraining: pretraining({ model: 'transfo-xl' }),
  textClassification: textClassification({ model: 'transfo-xl', labels: 3 }),
} as const
