// Made by vitest-hardware 0.1.0 from 9ec24a57c684e4fa; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, fillMask, pretraining, textClassification, tokenClassification } from 'vitest-hardware/skillset'

/** LayoutLM. Transformers.js 4.3 has no class for layoutlm. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const layoutlm = {
  checkpoint: 'microsoft/layoutlm-base-uncased',
  fillMask: fillMask({ model: 'layoutlm' }),
  featureExtraction: featureExtraction({ model: 'layoutlm' }),
  pretraining: pretraining({ model: 'layoutlm' }),
  textClassification: textClassification({ model: 'layoutlm', labels: 3 }),
  tokenClassification: tokenClassification({ model: 'layoutlm', labels: 3 }),
} as const
