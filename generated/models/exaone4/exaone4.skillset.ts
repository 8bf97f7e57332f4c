// Made by vitest-hardware 0.1.0 from eccd5cef81067ed1; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  pretraining,
  questionAnswering,
  textClassification,
  textGeneration,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** EXAONE-4.0. norms only on what is added; layers with a window are rotated, those without have no positions (3 to 1 upstream, 1 to 1 here); Transformers.js 4.3 has no class for exaone4. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const exaone4 = {
  checkpoint: 'LGAI-EXAONE/EXAONE-4.0-32B',
  textGeneration: textGeneration({ model: 'exaone4' }),
  featureExtraction: featureExtraction({ model: 'exaone4' }),
  pretraining: pretraining({ model: 'exaone4' }),
  textClassification: textClassification({ model: 'exaone4', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'exaone4' }),
  tokenClassification: tokenClassification({ model: 'exaone4', labels: 3 }),
} as const
