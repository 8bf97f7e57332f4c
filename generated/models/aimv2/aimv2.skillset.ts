// Made by vitest-hardware 0.1.0 from 1fc09c830e823768; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction } from 'vitest-hardware/skillset'

/** AIMv2. RMS norms and gated networks in both towers, the image side pooled by attention; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const aimv2 = {
  checkpoint: 'apple/aimv2-large-patch14-224-lit',
  featureExtraction: featureExtraction({ model: 'aimv2' }),
} as const
