// Made by vitest-hardware 0.1.0 from cb33c09306e58614; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, questionAnswering, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** GPT NeoX. attention and feed-forward in parallel, each behind a norm of its own; rotation of a quarter of each head. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const gptNeox = {
  checkpoint: 'EleutherAI/gpt-neox-20b',
  textGeneration: textGeneration({ model: 'gpt_neox' }),
  featureExtraction: featureExtraction({ model: 'gpt_neox' }),
  textClassification: textClassification({ model: 'gpt_neox', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'gpt_neox' }),
  tokenClassification: tokenClassification({ model: 'gpt_neox', labels: 3 }),
} as const
