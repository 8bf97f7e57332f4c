// Made by vitest-hardware 0.1.0 from b9e638c8ac27d480; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** Starcoder2. layer norms, GPT-2’s feed-forward, biases everywhere, a window in every layer. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const starcoder2 = {
  checkpoint: 'bigcode/starcoder2-7b',
  textGeneration: textGeneration({ model: 'starcoder2' }),
  featureExtraction: featureExtraction({ model: 'starcoder2' }),
  textClassification: textClassification({ model: 'starcoder2', labels: 3 }),
  tokenClassification: tokenClassification({ model: 'starcoder2', labels: 3 }),
} as const
