// Made by vitest-hardware 0.1.0 from 8047fd01022dc8e1; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** OLMo. layer norms without weights; queries, keys and values are clipped (8 in OLMo 1.7, 1.5 here so that it shows). Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const olmo = {
  checkpoint: 'allenai/OLMo-7B-hf',
  textGeneration: textGeneration({ model: 'olmo' }),
  featureExtraction: featureExtraction({ model: 'olmo' }),
} as const
