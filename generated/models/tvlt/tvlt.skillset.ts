// Made by vitest-hardware 0.1.0 from 9d6f5c006a8025a7; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction } from 'vitest-hardware/skillset'

/** TVLT. frames and a spectrogram; Transformers.js has no class for it, and there is no extractor of its spectrograms here. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const tvlt = {
  checkpoint: 'ZinengTang/tvlt-base',
  featureExtraction: featureExtraction({ model: 'tvlt' }),
} as const
