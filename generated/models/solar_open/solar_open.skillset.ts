// Made by vitest-hardware 0.1.0 from 0b32e83b5e708331; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** SolarOpen. GLM-4.5’s experts in every layer behind Llama’s attention; whole heads are rotated. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const solarOpen = {
  checkpoint: 'upstage/Solar-Open-100B',
  textGeneration: textGeneration({ model: 'solar_open' }),
  featureExtraction: featureExtraction({ model: 'solar_open' }),
} as const
