// Made by vitest-hardware 0.1.0 from 3eb497636b2192d0; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, pretraining, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** GPTBigCode. GPT-2 with one key/value head; Transformers.js 4.3 makes no empty cache for multi-query attention. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const gptBigcode = {
  checkpoint: 'google/gpt_bigcode',
  textGeneration: textGeneration({ model: 'gpt_bigcode' }),
  featureExtraction: featureExtraction({ model: 'gpt_bigcode' }),
  pretraining: pretraining({ model: 'gpt_bigcode' }),
  textClassification: textClassification({ model: 'gpt_bigcode', labels: 3 }),
  tokenClassification: tokenClassification({ model: 'gpt_bigcode', labels: 3 }),
} as const
