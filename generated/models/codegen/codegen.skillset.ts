// Made by vitest-hardware 0.1.0 from 137212aa915c3bad; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** CodeGen. GPT-J with one projection whose rows are in the order of four TPU cores: query, value, key of each. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const codegen = {
  checkpoint: 'Salesforce/codegen-2B-mono',
  textGeneration: textGeneration({ model: 'codegen' }),
  featureExtraction: featureExtraction({ model: 'codegen' }),
} as const
