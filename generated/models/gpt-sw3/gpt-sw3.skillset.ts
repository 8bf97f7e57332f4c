// Made by vitest-hardware 0.1.0 from 1a28e5a64eb78c81; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, pretraining, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** GPT-Sw3. GPT-2’s own classes under another tokenizer (sentencepiece); upstream’s config has exact GELU; Transformers.js 4.3 has no class for gpt-sw3. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const gptSw3 = {
  checkpoint: 'openai-community/gpt2',
  textGeneration: textGeneration({ model: 'gpt-sw3' }),
  featureExtraction: featureExtraction({ model: 'gpt-sw3' }),
  pretraining: pretraining({ model: 'gpt-sw3' }),
  textClassification: textClassification({ model: 'gpt-sw3', labels: 3 }),
  tokenClassification: tokenClassification({ model: 'gpt-sw3', labels: 3 }),
} as const
