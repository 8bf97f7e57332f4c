// Made by vitest-hardware 0.1.0 from e870dbb634858d4a; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** OLMo2. norms only on what is added; queries and keys are normalised over all heads at once. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const olmo2 = {
  checkpoint: 'allenai/Olmo2-7B-1124-hf',
  textGeneration: textGeneration({ model: 'olmo2' }),
  featureExtraction: featureExtraction({ model: 'olmo2' }),
} as const
