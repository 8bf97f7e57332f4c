// Made by vitest-hardware 0.1.0 from 1e82c1ade1a9873a; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, text2textGeneration } from 'vitest-hardware/skillset'

/** PEGASUS-X. the encoder sees one block at a time; without global tokens and staggering, so that the blocks are all there is; Transformers.js 4.3 has no class for pegasus_x. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const pegasusX = {
  checkpoint: 'google/pegasus-x-large',
  text2textGeneration: text2textGeneration({ model: 'pegasus_x' }),
  featureExtraction: featureExtraction({ model: 'pegasus_x' }),
} as const
