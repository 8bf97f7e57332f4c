// Made by vitest-hardware 0.1.0 from 486f70a85ffb759e; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText, pretraining } from 'vitest-hardware/skillset'

/** VideoLlava. videos are of two frames; Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const videoLlava = {
  checkpoint: 'LanguageBind/Video-LLaVA-7B-hf',
  imageTextToText: imageTextToText({ model: 'video_llava' }),
  featureExtraction: featureExtraction({ model: 'video_llava' }),
  anyToAny: anyToAny({ model: 'video_llava' }),
  pretraining: pretraining({ model: 'video_llava' }),
} as const
