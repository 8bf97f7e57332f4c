// Made by vitest-hardware 0.1.0 from c9d010ec5ab157b5; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** GraniteMoeMoe. Granite’s factors; softmax over the chosen experts alone; Transformers.js 4.3 has no class for granitemoe. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const granitemoe = {
  checkpoint: 'ibm-granite/granite-speech-3.2-8b',
  textGeneration: textGeneration({ model: 'granitemoe' }),
  featureExtraction: featureExtraction({ model: 'granitemoe' }),
} as const
