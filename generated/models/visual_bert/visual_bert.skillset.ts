// Made by vitest-hardware 0.1.0 from 0c95ad636f761cb0; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, pretraining } from 'vitest-hardware/skillset'

/** VisualBERT. regions come as features of a detector; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const visualBert = {
  checkpoint: 'uclanlp/visualbert-vqa-coco-pre',
  featureExtraction: featureExtraction({ model: 'visual_bert' }),
  pretraining: pretraining({ model: 'visual_bert' }),
} as const
