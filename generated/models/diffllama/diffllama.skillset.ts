// Made by vitest-hardware 0.1.0 from 25cce1c78412c954; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, questionAnswering, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** DiffLlama. half of the heads are subtracted from the others; Transformers.js 4.3 has no class for diffllama. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const diffllama = {
  checkpoint: 'kajuma/DiffLlama-0.3B-handcut',
  textGeneration: textGeneration({ model: 'diffllama' }),
  featureExtraction: featureExtraction({ model: 'diffllama' }),
  textClassification: textClassification({ model: 'diffllama', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'diffllama' }),
  tokenClassification: tokenClassification({ model: 'diffllama', labels: 3 }),
} as const
