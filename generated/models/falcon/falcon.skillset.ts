// Made by vitest-hardware 0.1.0 from 9619a063d0c8a8c2; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, questionAnswering, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** Falcon. one key/value head in a fused projection; attention and feed-forward in parallel behind one norm; rotation in halves; no biases but the norms’; Transformers.js 4.3 makes no empty cache for multi-query attention. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const falcon = {
  checkpoint: 'tiiuae/falcon-7b',
  textGeneration: textGeneration({ model: 'falcon' }),
  featureExtraction: featureExtraction({ model: 'falcon' }),
  textClassification: textClassification({ model: 'falcon', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'falcon' }),
  tokenClassification: tokenClassification({ model: 'falcon', labels: 3 }),
} as const
