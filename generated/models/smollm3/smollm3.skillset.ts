// Made by vitest-hardware 0.1.0 from a4a11cd1be791ce0; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, questionAnswering, textClassification, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** SmolLM3. every few layers have no positions at all (4 upstream, 2 here). Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const smollm3 = {
  checkpoint: 'HuggingFaceTB/SmolLM3-3B',
  textGeneration: textGeneration({ model: 'smollm3' }),
  featureExtraction: featureExtraction({ model: 'smollm3' }),
  textClassification: textClassification({ model: 'smollm3', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'smollm3' }),
  tokenClassification: tokenClassification({ model: 'smollm3', labels: 3 }),
} as const
