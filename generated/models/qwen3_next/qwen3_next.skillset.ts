// Made by vitest-hardware 0.1.0 from 6aa3411aee5c485b; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, questionAnswering, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** Qwen3Next. gated delta networks, gated attention that rotates a quarter of each head, experts with a gated shared one; Transformers.js loads it with convolution states and caches as inputs, which this graph of a whole text has not. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const qwen3Next = {
  checkpoint: 'Qwen/Qwen3-Next-80B-A3B-Instruct',
  textGeneration: textGeneration({ model: 'qwen3_next' }),
  featureExtraction: featureExtraction({ model: 'qwen3_next' }),
  textClassification: textClassification({ model: 'qwen3_next', labels: 3 }),
  tokenClassification: tokenClassification({ model: 'qwen3_next', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'qwen3_next' }),
} as const
