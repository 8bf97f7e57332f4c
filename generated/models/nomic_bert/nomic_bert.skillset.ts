// Made by vitest-hardware 0.1.0 from f197d5ff25359de8; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, fillMask, textClassification, tokenClassification } from 'vitest-hardware/skillset'

/** NomicBERT. Transformers.js 4.3 knows it by the older code’s export, whose inputs differ. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const nomicBert = {
  checkpoint: 'nomic-ai/nomic-embed-text-v1.5',
  fillMask: fillMask({ model: 'nomic_bert' }),
  featureExtraction: featureExtraction({ model: 'nomic_bert' }),
  textClassification: textClassification({ model: 'nomic_bert', labels: 3 }),
  tokenClassification: tokenClassification({ model: 'nomic_bert', labels: 3 }),
} as const
