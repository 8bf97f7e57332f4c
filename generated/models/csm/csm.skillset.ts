// Made by vitest-hardware 0.1.0 from a024ef84a85ba06b; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textToAudio } from 'vitest-hardware/skillset'

/** CSM. Llama over text and sums of Mimi’s codes gives the first codebook, a smaller Llama over the codebooks the others; sound comes as codes, which Mimi’s own type makes; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const csm = {
  checkpoint: 'sesame/csm-1b',
  textToAudio: textToAudio({ model: 'csm' }),
  featureExtraction: featureExtraction({ model: 'csm' }),
} as const
