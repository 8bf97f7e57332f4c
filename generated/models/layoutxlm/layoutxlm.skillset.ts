// Made by vitest-hardware 0.1.0 from d57ec63bce8b05c1; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction } from 'vitest-hardware/skillset'

/** LayoutXLM. LayoutLMv2's classes for XLM-RoBERTa's vocabulary, with a projection each; no tokenizer here is XLM-RoBERTa's with boxes; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const layoutxlm = {
  checkpoint: 'microsoft/layoutxlm-base',
  featureExtraction: featureExtraction({ model: 'layoutxlm' }),
} as const
