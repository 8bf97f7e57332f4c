// Made by vitest-hardware 0.1.0 from bd907e969eeb13b3; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText } from 'vitest-hardware/skillset'

/** SmolVLM. upstream's code is that of idefics3; its published decoders are SmolLM2's, with tied embeddings and fewer key/value heads; Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const smolvlm = {
  checkpoint: 'HuggingFaceTB/SmolVLM2-2.2B-Instruct',
  imageTextToText: imageTextToText({ model: 'smolvlm' }),
  featureExtraction: featureExtraction({ model: 'smolvlm' }),
  anyToAny: anyToAny({ model: 'smolvlm' }),
} as const
