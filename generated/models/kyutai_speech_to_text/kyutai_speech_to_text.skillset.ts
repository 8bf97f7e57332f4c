// Made by vitest-hardware 0.1.0 from 554ee41cf18060ad; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, automaticSpeechRecognition, featureExtraction } from 'vitest-hardware/skillset'

/** KyutaiSpeechToText. each step reads one token of text and one of each codebook of Mimi, all in one table; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const kyutaiSpeechToText = {
  checkpoint: 'kyutai/stt-2.6b-en-trfs',
  automaticSpeechRecognition: automaticSpeechRecognition({ model: 'kyutai_speech_to_text' }),
  featureExtraction: featureExtraction({ model: 'kyutai_speech_to_text' }),
  anyToAny: anyToAny({ model: 'kyutai_speech_to_text' }),
} as const
