// Made by vitest-hardware 0.1.0 from 91cc19b40af97ba7; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** GraniteMoeSharedMoe. GraniteMoe with an expert that every token goes to; Transformers.js 4.3 has no class for granitemoeshared. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const granitemoeshared = {
  checkpoint: 'ibm-granite/granite-speech-3.2-8b',
  textGeneration: textGeneration({ model: 'granitemoeshared' }),
  featureExtraction: featureExtraction({ model: 'granitemoeshared' }),
} as const
