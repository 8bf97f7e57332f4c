// Made by vitest-hardware 0.1.0 from 8eeb257a72151a88; do not edit, "vitest-hardware generate" writes it anew.
import { automaticSpeechRecognition } from 'vitest-hardware/skillset'

/** Pop2Piano. T5 that hears: a spectrogram’s bands are the encoder’s embeddings, gates of ReLU; the composer’s token is put before them by generation; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const pop2piano = {
  checkpoint: 'sweetcocoa/pop2piano',
  automaticSpeechRecognition: automaticSpeechRecognition({ model: 'pop2piano' }),
} as const
