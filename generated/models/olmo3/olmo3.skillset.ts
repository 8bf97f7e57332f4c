// Made by vitest-hardware 0.1.0 from 672f672f7ecb7b97; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** Olmo3. OLMo 2 with a window in most layers (3 of 4 upstream, every second here). Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const olmo3 = {
  checkpoint: 'allenai/Olmo-3-7B-Instruct',
  textGeneration: textGeneration({ model: 'olmo3' }),
  featureExtraction: featureExtraction({ model: 'olmo3' }),
} as const
