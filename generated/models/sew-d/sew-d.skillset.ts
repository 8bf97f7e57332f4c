// Made by vitest-hardware 0.1.0 from b70fa271db459078; do not edit, "vitest-hardware generate" writes it anew.
import { audioClassification, automaticSpeechRecognition, featureExtraction } from 'vitest-hardware/skillset'

/** SEW-D. half of the frames, and the disentangled attention of DeBERTa; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const sewD = {
  checkpoint: 'BAAI/seggpt-vit-large',
  automaticSpeechRecognition: automaticSpeechRecognition({ model: 'sew-d' }),
  featureExtraction: featureExtraction({ model: 'sew-d' }),
  audioClassification: audioClassification({ model: 'sew-d', labels: 10 }),
} as const
