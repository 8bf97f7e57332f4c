// Made by vitest-hardware 0.1.0 from 5e12881d35ac5e3a; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** MiniMax-M2. queries and keys normalised over all heads at once, rotation of half of each head, sigmoid router with a bias for the choice alone; Transformers.js 4.3 has no class for minimax_m2. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const minimaxM2 = {
  checkpoint: 'MiniMaxAI/MiniMax-Text-01-hf',
  textGeneration: textGeneration({ model: 'minimax_m2' }),
  featureExtraction: featureExtraction({ model: 'minimax_m2' }),
} as const
