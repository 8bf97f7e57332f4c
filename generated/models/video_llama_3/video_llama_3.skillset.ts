// Made by vitest-hardware 0.1.0 from e33f6a2537e5f4e7; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, featureExtraction, imageTextToText } from 'vitest-hardware/skillset'

/** VideoLlama3. images are merged two by two; all images of one call have the grid of the first row of image_grid_thw; Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const videoLlama3 = {
  checkpoint: 'lkhl/VideoLLaMA3-2B-Image-HF',
  imageTextToText: imageTextToText({ model: 'video_llama_3' }),
  featureExtraction: featureExtraction({ model: 'video_llama_3' }),
  anyToAny: anyToAny({ model: 'video_llama_3' }),
} as const
