// Made by vitest-hardware 0.1.0 from 530268337955192b; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, pretraining, textClassification, textGeneration } from 'vitest-hardware/skillset'

/** CTRL. sines and cosines added to embeddings times √size, tied head with a bias; its word-level BPE with control codes has no tokenizer here; Transformers.js 4.3 has no class for ctrl. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const ctrl = {
  checkpoint: 'Salesforce/ctrl',
  textGeneration: textGeneration({ model: 'ctrl' }),
  featureExtraction: featureExtraction({ model: 'ctrl' }),
  pretraining: pretraining({ model: 'ctrl' }),
  textClassification: textClassification({ model: 'ctrl', labels: 3 }),
} as const
