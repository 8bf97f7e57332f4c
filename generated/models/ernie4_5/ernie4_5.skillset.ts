// Made by vitest-hardware 0.1.0 from 9b7e51aa43d6cb82; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** Ernie4_5. Llama with interleaved rotation and a tied head; Transformers.js 4.3 has no class for ernie4_5. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const ernie4_5 = {
  checkpoint: 'baidu/ERNIE-4.5-0.3B-PT',
  textGeneration: textGeneration({ model: 'ernie4_5' }),
  featureExtraction: featureExtraction({ model: 'ernie4_5' }),
} as const
