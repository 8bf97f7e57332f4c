// Made by vitest-hardware 0.1.0 from 83d61dc28dfc8c4b; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, questionAnswering, textClassification, textGeneration } from 'vitest-hardware/skillset'

/** GPT-J. attention and feed-forward in parallel behind one norm; interleaved rotation of half of each head. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const gptj = {
  checkpoint: 'EleutherAI/gpt-j-6B',
  textGeneration: textGeneration({ model: 'gptj' }),
  featureExtraction: featureExtraction({ model: 'gptj' }),
  textClassification: textClassification({ model: 'gptj', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'gptj' }),
} as const
