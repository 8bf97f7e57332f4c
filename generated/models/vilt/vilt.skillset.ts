// Made by vitest-hardware 0.1.0 from 24ad254b23520924; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, visualQuestionAnswering } from 'vitest-hardware/skillset'

/** ViLT. words and patches in one stream; Transformers.js 4.3 has no class for vilt. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const vilt = {
  checkpoint: 'dandelin/vilt-b32-mlm',
  visualQuestionAnswering: visualQuestionAnswering({ model: 'vilt' }),
  featureExtraction: featureExtraction({ model: 'vilt' }),
} as const
