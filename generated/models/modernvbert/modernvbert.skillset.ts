// Made by vitest-hardware 0.1.0 from 125d189120659072; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, fillMask, textClassification, tokenClassification } from 'vitest-hardware/skillset'

/** ModernVBert. ModernBERT's layers read words and images; Transformers.js has no class for it, and no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const modernvbert = {
  checkpoint: 'ModernVBERT/modernvbert',
  fillMask: fillMask({ model: 'modernvbert' }),
  featureExtraction: featureExtraction({ model: 'modernvbert' }),
  textClassification: textClassification({ model: 'modernvbert', labels: 3 }),
  tokenClassification: tokenClassification({ model: 'modernvbert', labels: 3 }),
} as const
