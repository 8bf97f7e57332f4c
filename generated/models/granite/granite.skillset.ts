// Made by vitest-hardware 0.1.0 from 2e3b2749032cbaac; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** Granite. factors on embeddings, scores, what is added, and logits. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const granite = {
  checkpoint: 'ibm-granite/granite-3.0-8b-base',
  textGeneration: textGeneration({ model: 'granite' }),
  featureExtraction: featureExtraction({ model: 'granite' }),
} as const
