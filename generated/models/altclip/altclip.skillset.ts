// Made by vitest-hardware 0.1.0 from a44d78c2c676a4f4; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, zeroShotImageClassification } from 'vitest-hardware/skillset'

/** AltCLIP. XLM-RoBERTa with a norm and a layer behind as text tower; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const altclip = {
  checkpoint: 'BAAI/AltCLIP',
  zeroShotImageClassification: zeroShotImageClassification({ model: 'altclip' }),
  featureExtraction: featureExtraction({ model: 'altclip' }),
} as const
