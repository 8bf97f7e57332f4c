// Made by vitest-hardware 0.1.0 from 35fc05f9315f7070; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** LongCatFlash. each layer has two latent attentions and two dense networks; experts, two of which do nothing, are added across the second half; Transformers.js 4.3 has no class for longcat_flash. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const longcatFlash = {
  checkpoint: 'meituan-longcat/LongCat-Flash-Chat',
  textGeneration: textGeneration({ model: 'longcat_flash' }),
  featureExtraction: featureExtraction({ model: 'longcat_flash' }),
} as const
