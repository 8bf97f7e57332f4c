// Made by vitest-hardware 0.1.0 from d477c4437a75ce89; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration, textToAudio } from 'vitest-hardware/skillset'

/** MusicGen Melody. no cross-attention: the melody’s chroma and the text stand before the codes; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const musicgenMelody = {
  checkpoint: 'facebook/musicgen-melody',
  textToAudio: textToAudio({ model: 'musicgen_melody' }),
  featureExtraction: featureExtraction({ model: 'musicgen_melody' }),
  textGeneration: textGeneration({ model: 'musicgen_melody' }),
} as const
