// Made by vitest-hardware 0.1.0 from 5cb33b33dd30a2a5; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, pretraining, text2textGeneration } from 'vitest-hardware/skillset'

/** AudioFlamingo3. Whisper’s encoder whose frames are averaged in pairs before the last norm, under Qwen2; a whole window of sound; Transformers.js loads such types as separate graphs where it has them, this is the whole forward pass in one; no tokenizer here has a token for sounds. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const audioflamingo3 = {
  checkpoint: 'nvidia/audio-flamingo-3-hf',
  text2textGeneration: text2textGeneration({ model: 'audioflamingo3' }),
  featureExtraction: featureExtraction({ model: 'audioflamingo3' }),
  pretraining: pretraining({ model: 'audioflamingo3' }),
} as const
