// Made by vitest-hardware 0.1.0 from 791786e3f182c979; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, questionAnswering, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** GPT Neo. every second layer sees a window only; scores are not divided by √head size. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const gptNeo = {
  checkpoint: 'EleutherAI/gpt-neo-1.3B',
  textGeneration: textGeneration({ model: 'gpt_neo' }),
  featureExtraction: featureExtraction({ model: 'gpt_neo' }),
  textClassification: textClassification({ model: 'gpt_neo', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'gpt_neo' }),
  tokenClassification: tokenClassification({ model: 'gpt_neo', labels: 3 }),
} as const
