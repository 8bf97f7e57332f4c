// Made by vitest-hardware 0.1.0 from 877aea58c38b92c2; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, zeroShotImageClassification } from 'vitest-hardware/skillset'

/** CLIPSeg. CLIP’s graph for this task upstream too; its decoder belongs to the segmentation that no auto class finds; Transformers.js 4.3 has no class for clipseg. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const clipseg = {
  checkpoint: 'CIDAS/clipseg-rd64',
  zeroShotImageClassification: zeroShotImageClassification({ model: 'clipseg' }),
  featureExtraction: featureExtraction({ model: 'clipseg' }),
} as const
