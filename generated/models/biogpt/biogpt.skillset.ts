// Made by vitest-hardware 0.1.0 from d4df33b18221ea98; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** BioGpt. OPT’s positions, GELU, embeddings times √size; its Moses tokenizer has no counterpart here; Transformers.js 4.3 has no class for biogpt. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const biogpt = {
  checkpoint: 'microsoft/biogpt',
  textGeneration: textGeneration({ model: 'biogpt' }),
  featureExtraction: featureExtraction({ model: 'biogpt' }),
  textClassification: textClassification({ model: 'biogpt', labels: 3 }),
  tokenClassification: tokenClassification({ model: 'biogpt', labels: 3 }),
} as const
