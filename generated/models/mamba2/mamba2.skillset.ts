// Made by vitest-hardware 0.1.0 from 944797432b5a93dd; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, pretraining, textGeneration } from 'vitest-hardware/skillset'

/** mamba2. Transformers.js 4.3 has no class for mamba2; the recurrence stands in its dual, attention-like form. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const mamba2 = {
  checkpoint: 'state-spaces/mamba2-2.8b',
  textGeneration: textGeneration({ model: 'mamba2' }),
  featureExtraction: featureExtraction({ model: 'mamba2' }),
  pretraining: pretraining({ model: 'mamba2' }),
} as const
