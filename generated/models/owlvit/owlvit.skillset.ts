// Made by vitest-hardware 0.1.0 from 784dc1462a770345; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, zeroShotObjectDetection } from 'vitest-hardware/skillset'

/** OWL-ViT. patches of CLIP’s tower predict boxes and score texts; three texts for each image. Transformers.js’ class takes another order of inputs and is not tried. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const owlvit = {
  checkpoint: 'google/owlvit-base-patch16',
  zeroShotObjectDetection: zeroShotObjectDetection({ model: 'owlvit' }),
  featureExtraction: featureExtraction({ model: 'owlvit' }),
} as const
