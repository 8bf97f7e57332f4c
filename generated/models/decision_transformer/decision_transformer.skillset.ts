// Made by vitest-hardware 0.1.0 from 1c1b538499b0827c; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction } from 'vitest-hardware/skillset'

/** Decision Transformer. queries, keys and values of a layer are apart here, where upstream has one product; Transformers.js is tried with inputs that it makes itself, of which an episode is none. */
export const decisionTransformer = {
  featureExtraction: featureExtraction({ model: 'decision_transformer' }),
} as const
