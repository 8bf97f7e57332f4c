// Made by vitest-hardware 0.1.0 from b38eed64274df53f; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction } from 'vitest-hardware/skillset'

/** RetriBERT. upstream has no forward pass but the loss: this is `embed_questions`; Transformers.js 4.3 has no class for retribert. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const retribert = {
  checkpoint: 'yjernite/retribert-base-uncased',
  featureExtraction: featureExtraction({ model: 'retribert' }),
} as const
