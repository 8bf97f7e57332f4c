// Made by vitest-hardware 0.1.0 from f4a4f2626349fa04; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** CPM-Ant. a learned prompt before the text, biases by distance and by segment, padding on the left, everything seen as context; no tokenizer here cuts Chinese by words as its own does; Transformers.js 4.3 has no class for cpmant. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const cpmant = {
  checkpoint: 'openbmb/cpm-ant-10b',
  textGeneration: textGeneration({ model: 'cpmant' }),
  featureExtraction: featureExtraction({ model: 'cpmant' }),
} as const
