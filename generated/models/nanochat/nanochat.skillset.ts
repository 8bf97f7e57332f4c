// Made by vitest-hardware 0.1.0 from f04310a1f5df29a3; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, pretraining, textGeneration } from 'vitest-hardware/skillset'

/** NanoChat. norms without weights, one also behind the embeddings; queries and keys are normalised behind the rotation, which turns backwards; squared ReLU; capped logits. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const nanochat = {
  checkpoint: 'karpathy/nanochat-d32',
  textGeneration: textGeneration({ model: 'nanochat' }),
  featureExtraction: featureExtraction({ model: 'nanochat' }),
  pretraining: pretraining({ model: 'nanochat' }),
} as const
