// Made by vitest-hardware 0.1.0 from 1b7de60328f89c74; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, zeroShotImageClassification } from 'vitest-hardware/skillset'

/** AltCLIP. XLM-R, a norm and a dense layer for the text (Chen et al. 2022, arXiv:2211.06679); Transformers.js 4.3 has no class for altclip. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const altclip = {
  checkpoint: 'BAAI/AltCLIP',
  zeroShotImageClassification: zeroShotImageClassification({ model: 'altclip' }),
  featureExtraction: featureExtraction({ model: 'altclip' }),
} as const
