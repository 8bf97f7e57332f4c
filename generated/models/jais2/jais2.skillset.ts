// Made by vitest-hardware 0.1.0 from aef31464d42e578e; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** Jais2. layer norms, squared ReLU without a gate, biases everywhere; Transformers.js 4.3 has no class for jais2. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const jais2 = {
  checkpoint: 'inceptionai/Jais-2-8B-Chat',
  textGeneration: textGeneration({ model: 'jais2' }),
  featureExtraction: featureExtraction({ model: 'jais2' }),
} as const
