// Made by vitest-hardware 0.1.0 from 612e8981e2b605b4; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textToAudio } from 'vitest-hardware/skillset'

/** Bark. three transformers in turn (meaning, coarse codes, fine codes both ways) and EnCodec’s decoder, one graph each, as generation runs them; the fine one is that of the last codebook; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const bark = {
  checkpoint: 'suno/bark',
  textToAudio: textToAudio({ model: 'bark' }),
  featureExtraction: featureExtraction({ model: 'bark' }),
} as const
