// Made by vitest-hardware 0.1.0 from 106d590e2d36853b; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textClassification, textGeneration } from 'vitest-hardware/skillset'

/** OpenLlama. a layer norm behind the embeddings, and a head that shares them; Transformers.js 4.3 has no class for open-llama. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const openLlama = {
  checkpoint: 's-JoL/Open-Llama-V1',
  textGeneration: textGeneration({ model: 'open-llama' }),
  featureExtraction: featureExtraction({ model: 'open-llama' }),
  textClassification: textClassification({ model: 'open-llama', labels: 3 }),
} as const
