// Made by vitest-hardware 0.1.0 from ee130bb46e83d38a; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** OlmoHybrid. gated delta networks behind a norm, and OLMo 2 attention with norms of what is added; values are twice as wide as keys; Transformers.js 4.3 has no class for olmo_hybrid. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const olmoHybrid = {
  checkpoint: 'allenai/Olmo-Hybrid-7B',
  textGeneration: textGeneration({ model: 'olmo_hybrid' }),
  featureExtraction: featureExtraction({ model: 'olmo_hybrid' }),
} as const
