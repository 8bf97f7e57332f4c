// Made by vitest-hardware 0.1.0 from 844fc3163aa415e4; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, pretraining } from 'vitest-hardware/skillset'

/** VisualBERT. what a detector saw of regions stands behind the text; Transformers.js 4.3 has no class for visual_bert. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const visualBert = {
  checkpoint: 'uclanlp/visualbert-vqa-coco-pre',
  featureExtraction: featureExtraction({ model: 'visual_bert' }),
  pretraining: pretraining({ model: 'visual_bert' }),
} as const
