// Made by vitest-hardware 0.1.0 from 5386f849eb99fad6; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText } from 'vitest-hardware/skillset'

/** InternVL. Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const internvl = {
  checkpoint: 'OpenGVLab/InternVL3-1B-hf',
  imageTextToText: imageTextToText({ model: 'internvl' }),
  featureExtraction: featureExtraction({ model: 'internvl' }),
  anyToAny: anyToAny({ model: 'internvl' }),
} as const
