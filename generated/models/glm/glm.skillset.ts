// Made by vitest-hardware 0.1.0 from f0791d03bc09071c; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** GLM. interleaved rotation of half of each head, biases on queries, keys and values, gate and up in one product. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const glm = {
  checkpoint: 'THUDM/glm-4-9b-chat',
  textGeneration: textGeneration({ model: 'glm' }),
  featureExtraction: featureExtraction({ model: 'glm' }),
  textClassification: textClassification({ model: 'glm', labels: 3 }),
  tokenClassification: tokenClassification({ model: 'glm', labels: 3 }),
} as const
