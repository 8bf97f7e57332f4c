// Made by vitest-hardware 0.1.0 from 376084d13812ead5; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textClassification, textGeneration } from 'vitest-hardware/skillset'

/** CodeLlama. Llama’s own classes with as many key/value heads as queries and slower rotation; its tokenizer fills in the middle of code; Transformers.js 4.3 has no class for code_llama. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const codeLlama = {
  checkpoint: 'meta-llama/Llama-2-7b-hf',
  textGeneration: textGeneration({ model: 'code_llama' }),
  featureExtraction: featureExtraction({ model: 'code_llama' }),
  textClassification: textClassification({ model: 'code_llama', labels: 3 }),
} as const
