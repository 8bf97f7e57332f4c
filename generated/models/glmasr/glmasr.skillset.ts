// Made by vitest-hardware 0.1.0 from 4a5c85ca82aa16fd; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, pretraining, text2textGeneration } from 'vitest-hardware/skillset'

/** GLM-ASR. half of each head turns where Whisper adds sinusoids; four frames side by side in each token, under Llama; a whole window of sound, so that no mask picks features; Transformers.js loads such types as separate graphs where it has them, this is the whole forward pass in one; no tokenizer here has a token for sounds. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const glmasr = {
  checkpoint: 'zai-org/GLM-ASR-Nano-2512',
  text2textGeneration: text2textGeneration({ model: 'glmasr' }),
  featureExtraction: featureExtraction({ model: 'glmasr' }),
  pretraining: pretraining({ model: 'glmasr' }),
  anyToAny: anyToAny({ model: 'glmasr' }),
} as const
