// Made by vitest-hardware 0.1.0 from 35e68dcbf1dd6011; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** Lfm2Moe. LFM2 with a sigmoid router behind its first layer; the bias that balances the experts is seen by the choice alone; Transformers.js 4.3 has no class for lfm2_moe. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const lfm2Moe = {
  checkpoint: 'LiquidAI/LFM2-8B-A1B',
  textGeneration: textGeneration({ model: 'lfm2_moe' }),
  featureExtraction: featureExtraction({ model: 'lfm2_moe' }),
} as const
