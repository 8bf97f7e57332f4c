// Made by vitest-hardware 0.1.0 from 2cfde93741a28345; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, questionAnswering, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** LLaMA. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const llama = {
  checkpoint: 'meta-llama/Llama-2-7b-hf',
  textGeneration: textGeneration({ model: 'llama' }),
  featureExtraction: featureExtraction({ model: 'llama' }),
  textClassification: textClassification({ model: 'llama', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'llama' }),
  tokenClassification: tokenClassification({ model: 'llama', labels: 3 }),
} as const
