// Made by vitest-hardware 0.1.0 from ef23f6d14c085cd7; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, zeroShotImageClassification } from 'vitest-hardware/skillset'

/** BLIP. BERT without token types and its pooler for the text (Li et al. 2022, arXiv:2201.12086, §3.1); Transformers.js 4.3 has no class for blip. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const blip = {
  checkpoint: 'Salesforce/blip-vqa-base',
  zeroShotImageClassification: zeroShotImageClassification({ model: 'blip' }),
  featureExtraction: featureExtraction({ model: 'blip' }),
} as const
