// Made by vitest-hardware 0.1.0 from 3cf6c718c7bd5fa5; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** OLMoE. queries and keys normalised over all heads at once; softmax router whose weights are not normalised; Transformers.js 4.3 has no class for olmoe. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const olmoe = {
  checkpoint: 'allenai/OLMoE-1B-7B-0924',
  textGeneration: textGeneration({ model: 'olmoe' }),
  featureExtraction: featureExtraction({ model: 'olmoe' }),
} as const
