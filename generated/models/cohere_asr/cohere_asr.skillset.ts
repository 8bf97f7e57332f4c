// Made by vitest-hardware 0.1.0 from d4c309c7489e1b48; do not edit, "vitest-hardware generate" writes it anew.
import { automaticSpeechRecognition, featureExtraction } from 'vitest-hardware/skillset'

/** CohereASR. FastConformer and a pre-norm decoder with a norm of the embeddings; not tried with Transformers.js. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const cohereAsr = {
  checkpoint: 'CohereLabs/cohere-transcribe-03-2026',
  automaticSpeechRecognition: automaticSpeechRecognition({ model: 'cohere_asr' }),
  featureExtraction: featureExtraction({ model: 'cohere_asr' }),
} as const
