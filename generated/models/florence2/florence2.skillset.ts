// Made by vitest-hardware 0.1.0 from becb85dc4ae543a6; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText, pretraining } from 'vitest-hardware/skillset'

/** Florence2. Transformers.js loads this type as separate graphs for embeddings, vision tower, encoder and decoder; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const florence2 = {
  checkpoint: 'florence-community/Florence-2-base',
  imageTextToText: imageTextToText({ model: 'florence2' }),
  featureExtraction: featureExtraction({ model: 'florence2' }),
  pretraining: pretraining({ model: 'florence2' }),
  anyToAny: anyToAny({ model: 'florence2' }),
} as const
