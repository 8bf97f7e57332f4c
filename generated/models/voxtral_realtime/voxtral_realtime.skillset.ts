// Made by vitest-hardware 0.1.0 from c922c37f591bd57f; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, automaticSpeechRecognition, featureExtraction, pretraining, text2textGeneration } from 'vitest-hardware/skillset'

/** VoxtralRealtime. a causal tower in a window, whose sound is added to every token; norms scaled by the delay, which is the default’s; eight tokens of sound at a time; Transformers.js loads such types as separate graphs where it has them, this is the whole forward pass in one; no tokenizer here has a token for sounds. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const voxtralRealtime = {
  checkpoint: 'mistralai/Voxtral-Mini-4B-Realtime-2602',
  automaticSpeechRecognition: automaticSpeechRecognition({ model: 'voxtral_realtime' }),
  featureExtraction: featureExtraction({ model: 'voxtral_realtime' }),
  pretraining: pretraining({ model: 'voxtral_realtime' }),
  anyToAny: anyToAny({ model: 'voxtral_realtime' }),
  text2textGeneration: text2textGeneration({ model: 'voxtral_realtime' }),
} as const
