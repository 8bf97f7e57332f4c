// Made by vitest-hardware 0.1.0 from 7c20d12c8c92bffd; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** Cohere. layer norms without biases, attention and feed-forward in parallel, interleaved rotation, each head’s own norm of queries and keys (as Command R+), scaled logits. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const cohere = {
  checkpoint: 'CohereForAI/c4ai-command-r-v01',
  textGeneration: textGeneration({ model: 'cohere' }),
  featureExtraction: featureExtraction({ model: 'cohere' }),
} as const
