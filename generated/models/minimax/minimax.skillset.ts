// Made by vitest-hardware 0.1.0 from 0e4837c801cf31cb; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, questionAnswering, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** MiniMax. lightning attention with a decay for each head, then softmax attention; Mixtral’s experts; residuals from behind the norms; Transformers.js 4.3 has no class for minimax. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const minimax = {
  checkpoint: 'MiniMaxAI/MiniMax-Text-01-hf',
  textGeneration: textGeneration({ model: 'minimax' }),
  featureExtraction: featureExtraction({ model: 'minimax' }),
  textClassification: textClassification({ model: 'minimax', labels: 3 }),
  tokenClassification: tokenClassification({ model: 'minimax', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'minimax' }),
} as const
