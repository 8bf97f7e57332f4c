// Made by vitest-hardware 0.1.0 from 1ef104d09c46ad13; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, text2textGeneration, textGeneration } from 'vitest-hardware/skillset'

/** Blenderbot. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const blenderbot = {
  checkpoint: 'facebook/blenderbot-3B',
  text2textGeneration: text2textGeneration({ model: 'blenderbot' }),
  featureExtraction: featureExtraction({ model: 'blenderbot' }),
  textGeneration: textGeneration({ model: 'blenderbot' }),
} as const
