// Made by vitest-hardware 0.1.0 from b64a82e6efb4e52c; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, automaticSpeechRecognition, featureExtraction, pretraining, text2textGeneration } from 'vitest-hardware/skillset'

/** Voxtral. Whisper’s encoder, four frames side by side in each token, projections without biases, under Llama with heads wider than size / heads; Transformers.js loads such types as separate graphs where it has them, this is the whole forward pass in one; no tokenizer here has a token for sounds. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const voxtral = {
  checkpoint: 'mistralai/Voxtral-Mini-3B-2507',
  automaticSpeechRecognition: automaticSpeechRecognition({ model: 'voxtral' }),
  featureExtraction: featureExtraction({ model: 'voxtral' }),
  pretraining: pretraining({ model: 'voxtral' }),
  anyToAny: anyToAny({ model: 'voxtral' }),
  text2textGeneration: text2textGeneration({ model: 'voxtral' }),
} as const
