// Made by vitest-hardware 0.1.0 from c548e67a2f8316b9; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** Bamba. Mamba-2 layers and one of attention that rotates half of each head, all with gated feed-forward networks; Transformers.js 4.3 has no class for bamba. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const bamba = {
  checkpoint: 'ibm-fms/Bamba-9.8b-2.2T-hf',
  textGeneration: textGeneration({ model: 'bamba' }),
  featureExtraction: featureExtraction({ model: 'bamba' }),
} as const
