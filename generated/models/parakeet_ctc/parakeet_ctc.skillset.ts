// Made by vitest-hardware 0.1.0 from 70e94d9a3b754983; do not edit, "vitest-hardware generate" writes it anew.
import { automaticSpeechRecognition, featureExtraction } from 'vitest-hardware/skillset'

/** Parakeet. FastConformer with separable subsampling by eight; its tokenizer is of another algorithm than any here, so the folder has that of wav2vec 2.0; Transformers.js wants an attention mask besides. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const parakeetCtc = {
  checkpoint: 'nvidia/parakeet-ctc-1.1b',
  automaticSpeechRecognition: automaticSpeechRecognition({ model: 'parakeet_ctc' }),
  featureExtraction: featureExtraction({ model: 'parakeet_ctc' }),
} as const
