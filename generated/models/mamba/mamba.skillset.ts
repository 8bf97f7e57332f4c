// Made by vitest-hardware 0.1.0 from e0da7df5bb1ce832; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, pretraining, textGeneration } from 'vitest-hardware/skillset'

/** Mamba. Transformers.js 4.3 has no class for mamba; the recurrence is a Scan over any length. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const mamba = {
  checkpoint: 'state-spaces/mamba-2.8b',
  textGeneration: textGeneration({ model: 'mamba' }),
  featureExtraction: featureExtraction({ model: 'mamba' }),
  pretraining: pretraining({ model: 'mamba' }),
} as const
