// Made by vitest-hardware 0.1.0 from df27cb874feebccf; do not edit, "vitest-hardware generate" writes it anew.
import { audioClassification, automaticSpeechRecognition, featureExtraction } from 'vitest-hardware/skillset'

/** SEW. transformer layers see half of the frames; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const sew = {
  checkpoint: 'BAAI/seggpt-vit-large',
  automaticSpeechRecognition: automaticSpeechRecognition({ model: 'sew' }),
  featureExtraction: featureExtraction({ model: 'sew' }),
  audioClassification: audioClassification({ model: 'sew', labels: 10 }),
} as const
