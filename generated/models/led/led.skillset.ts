// Made by vitest-hardware 0.1.0 from 6a7d76f57561d8a9; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, questionAnswering, text2textGeneration } from 'vitest-hardware/skillset'

/** LED. the encoder sees a window; global attention would be an input of its own; Transformers.js 4.3 has no class for led. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const led = {
  checkpoint: 'allenai/led-base-16384',
  text2textGeneration: text2textGeneration({ model: 'led' }),
  featureExtraction: featureExtraction({ model: 'led' }),
  questionAnswering: questionAnswering({ model: 'led' }),
} as const
