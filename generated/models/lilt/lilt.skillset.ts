// Made by vitest-hardware 0.1.0 from 36bd6ca32a996270; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, questionAnswering, textClassification, tokenClassification } from 'vitest-hardware/skillset'

/** LiLT. Transformers.js 4.3 has no class for lilt. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const lilt = {
  checkpoint: 'SCUT-DLVCLab/lilt-roberta-en-base',
  featureExtraction: featureExtraction({ model: 'lilt' }),
  textClassification: textClassification({ model: 'lilt', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'lilt' }),
  tokenClassification: tokenClassification({ model: 'lilt', labels: 3 }),
} as const
