// Made by vitest-hardware 0.1.0 from b5f125e1fa920584; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, zeroShotObjectDetection } from 'vitest-hardware/skillset'

/** OWLv2. OWL-ViT with a score for any object; three texts for each image. Transformers.js’ class takes another order of inputs and is not tried. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const owlv2 = {
  checkpoint: 'google/owlv2-base-patch16',
  zeroShotObjectDetection: zeroShotObjectDetection({ model: 'owlv2' }),
  featureExtraction: featureExtraction({ model: 'owlv2' }),
} as const
