// Made by vitest-hardware 0.1.0 from e07f053fb532a1e5; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textToAudio } from 'vitest-hardware/skillset'

/** HiggsAudioV2. Llama whose places of sound go through norms and a network of their own; the head scores all codebooks at once; every frame of the codes is valid; Transformers.js loads such types as separate graphs where it has them, this is the whole forward pass in one; no tokenizer here has a token for sounds. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const higgsAudioV2 = {
  checkpoint: 'bosonai/higgs-audio-v2-generation-3B-base',
  textToAudio: textToAudio({ model: 'higgs_audio_v2' }),
  featureExtraction: featureExtraction({ model: 'higgs_audio_v2' }),
} as const
