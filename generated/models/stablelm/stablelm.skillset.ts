// Made by vitest-hardware 0.1.0 from e90f80934ec4fb75; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** StableLm. Llama’s blocks with layer norms that have biases, and rotation of a quarter of each head. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const stablelm = {
  checkpoint: 'stabilityai/stablelm-3b-4e1t',
  textGeneration: textGeneration({ model: 'stablelm' }),
  featureExtraction: featureExtraction({ model: 'stablelm' }),
  textClassification: textClassification({ model: 'stablelm', labels: 3 }),
  tokenClassification: tokenClassification({ model: 'stablelm', labels: 3 }),
} as const
