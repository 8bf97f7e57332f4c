// Made by vitest-hardware 0.1.0 from a217ed32f2769d2a; do not edit, "vitest-hardware generate" writes it anew.
import { audioTokenization, featureExtraction } from 'vitest-hardware/skillset'

/** HiggsAudioV2Tokenizer. X-Codec whose codebooks are narrow, over every second frame of HuBERT; both hear at one rate, so that nothing is resampled; the decoder of meaning is of training alone; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const higgsAudioV2Tokenizer = {
  checkpoint: 'bosonai/higgs-audio-v2-tokenizer',
  featureExtraction: featureExtraction({ model: 'higgs_audio_v2_tokenizer' }),
  audioTokenization: audioTokenization({ model: 'higgs_audio_v2_tokenizer' }),
} as const
