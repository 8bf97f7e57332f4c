// Made by vitest-hardware 0.1.0 from 4a654d559e1bbce2; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, visualQuestionAnswering } from 'vitest-hardware/skillset'

/** ViLT. images have one size, so positions are not resized and patches stay in order, where upstream shuffles them; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const vilt = {
  checkpoint: 'dandelin/vilt-b32-mlm',
  visualQuestionAnswering: visualQuestionAnswering({ model: 'vilt' }),
  featureExtraction: featureExtraction({ model: 'vilt' }),
} as const
