// Made by vitest-hardware 0.1.0 from 2170578d8501f6bd; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, zeroShotImageClassification } from 'vitest-hardware/skillset'

/** Chinese-CLIP. a text tower of BERT, read at its first token, beside CLIP's vision tower; the image processor has the name of published folders, the only one that Transformers.js knows. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const chineseClip = {
  checkpoint: 'OFA-Sys/chinese-clip-vit-base-patch16',
  zeroShotImageClassification: zeroShotImageClassification({ model: 'chinese_clip' }),
  featureExtraction: featureExtraction({ model: 'chinese_clip' }),
} as const
