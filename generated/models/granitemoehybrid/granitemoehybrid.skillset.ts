// Made by vitest-hardware 0.1.0 from c8534969e3f3ea98; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** GraniteMoeHybrid. Granite 4: Mamba-2 and attention without positions, experts with a shared one, factors on embeddings, residuals, scores and logits; Transformers.js loads it with convolution states and caches as inputs, which this graph of a whole text has not. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const granitemoehybrid = {
  checkpoint: 'ibm-granite/granite-speech-3.2-8b',
  textGeneration: textGeneration({ model: 'granitemoehybrid' }),
  featureExtraction: featureExtraction({ model: 'granitemoehybrid' }),
} as const
