// Made by vitest-hardware 0.1.0 from fc128632de007f3f; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, questionAnswering, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** Nemotron. layer norms that multiply by 1 + weight, squared ReLU without a gate, rotation of half of each head; Transformers.js 4.3 has no class for nemotron. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const nemotron = {
  checkpoint: 'thhaus/nemotron3-8b',
  textGeneration: textGeneration({ model: 'nemotron' }),
  featureExtraction: featureExtraction({ model: 'nemotron' }),
  textClassification: textClassification({ model: 'nemotron', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'nemotron' }),
  tokenClassification: tokenClassification({ model: 'nemotron', labels: 3 }),
} as const
