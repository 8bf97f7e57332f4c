// Made by vitest-hardware 0.1.0 from d8e4e319c653dd33; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** GLM4. GLM with norms before and behind attention and feed-forward; Transformers.js 4.3 has no class for glm4. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const glm4 = {
  checkpoint: 'zai-org/GLM-OCR',
  textGeneration: textGeneration({ model: 'glm4' }),
  featureExtraction: featureExtraction({ model: 'glm4' }),
  textClassification: textClassification({ model: 'glm4', labels: 3 }),
  tokenClassification: tokenClassification({ model: 'glm4', labels: 3 }),
} as const
