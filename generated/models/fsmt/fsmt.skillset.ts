// Made by vitest-hardware 0.1.0 from 06e7d339789ba660; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, pretraining, text2textGeneration } from 'vitest-hardware/skillset'

/** FairSeq Machine-Translation. words of the source and of the target have embeddings of their own; Transformers.js 4.3 has no class for fsmt. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const fsmt = {
  checkpoint: 'facebook/wmt19-en-ru',
  text2textGeneration: text2textGeneration({ model: 'fsmt' }),
  featureExtraction: featureExtraction({ model: 'fsmt' }),
  pretraining: pretraining({ model: 'fsmt' }),
} as const
