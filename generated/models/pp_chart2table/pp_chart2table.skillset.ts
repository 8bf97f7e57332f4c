// Made by vitest-hardware 0.1.0 from 98de1b4caa53717c; do not edit, "vitest-hardware generate" writes it anew.
import { anyToAny, imageTextToText } from 'vitest-hardware/skillset'

/** PPChart2Table. upstream loads GOT-OCR 2's class with a configuration of its own; Transformers.js loads such types as separate graphs for embeddings, tower and decoder with cache, this is the whole forward pass in one; no tokenizer here has a token for images. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const ppChart2table = {
  checkpoint: 'PaddlePaddle/PP-Chart2Table_safetensors',
  imageTextToText: imageTextToText({ model: 'pp_chart2table' }),
  anyToAny: anyToAny({ model: 'pp_chart2table' }),
} as const
