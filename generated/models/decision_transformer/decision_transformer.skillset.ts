// Made by vitest-hardware 0.1.0 from faddebb54be251c8; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction } from 'vitest-hardware/skillset'

/** Decision Transformer. GPT-2 over returns, states and actions in turn; upstream reads no rewards; not tried with Transformers.js. */
export const decisionTransformer = {
  featureExtraction: featureExtraction({ model: 'decision_transformer' }),
} as const
