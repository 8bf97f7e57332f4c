// Made by vitest-hardware 0.1.0 from 840d7c04c09553be; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, text2textGeneration } from 'vitest-hardware/skillset'

/** M2M100. sines count from behind the padding’s id; texts here have no padding before their end. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const m2m100 = {
  checkpoint: 'facebook/m2m100_418M',
  text2textGeneration: text2textGeneration({ model: 'm2m_100' }),
  featureExtraction: featureExtraction({ model: 'm2m_100' }),
} as const
