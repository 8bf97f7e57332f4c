// Made by vitest-hardware 0.1.0 from 877cb03a43ce55cf; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** Youtu. DeepSeek-V3’s latent attention in a dense model with a tied head. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const youtu = {
  checkpoint: 'tencent/Youtu-LLM-2B',
  textGeneration: textGeneration({ model: 'youtu' }),
  featureExtraction: featureExtraction({ model: 'youtu' }),
} as const
