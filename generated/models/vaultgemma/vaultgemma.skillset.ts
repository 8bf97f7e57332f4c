// Made by vitest-hardware 0.1.0 from 9320adeb058b9320; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** VaultGemma. Gemma 2 without the norms behind attention and feed-forward. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const vaultgemma = {
  checkpoint: 'google/vaultgemma-1b',
  textGeneration: textGeneration({ model: 'vaultgemma' }),
  featureExtraction: featureExtraction({ model: 'vaultgemma' }),
} as const
