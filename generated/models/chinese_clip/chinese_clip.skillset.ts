// Made by vitest-hardware 0.1.0 from e47f774603e7276d; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, zeroShotImageClassification } from 'vitest-hardware/skillset'

/** Chinese-CLIP. a text tower of BERT, read at its first token, beside CLIP's vision tower; not tried with Transformers.js. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const chineseClip = {
  checkpoint: 'OFA-Sys/chinese-clip-vit-base-patch16',
  zeroShotImageClassification: zeroShotImageClassification({ model: 'chinese_clip' }),
  featureExtraction: featureExtraction({ model: 'chinese_clip' }),
} as const
