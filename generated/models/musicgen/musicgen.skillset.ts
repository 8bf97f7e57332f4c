// Made by vitest-hardware 0.1.0 from 22c8a5e7164dc3a2; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration, textToAudio } from 'vitest-hardware/skillset'

/** MusicGen. the sum of four codebooks’ tokens in, a head for each out, cross-attention to T5’s encoder; Transformers.js wants a merged decoder with caches of both attentions, this has none. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const musicgen = {
  checkpoint: 'facebook/musicgen-small',
  textToAudio: textToAudio({ model: 'musicgen' }),
  featureExtraction: featureExtraction({ model: 'musicgen' }),
  textGeneration: textGeneration({ model: 'musicgen' }),
} as const
