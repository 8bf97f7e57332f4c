// Made by vitest-hardware 0.1.0 from b515928100fe7ac6; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, zeroShotImageClassification } from 'vitest-hardware/skillset'

/** Chinese-CLIP. BERT’s first token for the text (Yang et al. 2022, arXiv:2211.01335); its tokens have no types here, as Transformers.js’ export has none; Transformers.js 4.3 has no class for chinese_clip. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const chineseClip = {
  checkpoint: 'OFA-Sys/chinese-clip-vit-base-patch16',
  zeroShotImageClassification: zeroShotImageClassification({ model: 'chinese_clip' }),
  featureExtraction: featureExtraction({ model: 'chinese_clip' }),
} as const
