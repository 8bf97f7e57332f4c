// Made by vitest-hardware 0.1.0 from 2e84b19a6e39de8f; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** NemotronH. each layer is one of Mamba-2 with a norm for each group, squared ReLU, attention without positions, or experts (NVIDIA 2025, arXiv:2504.03624); Transformers.js 4.3 has no class for nemotron_h. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const nemotronH = {
  checkpoint: 'nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-BF16',
  textGeneration: textGeneration({ model: 'nemotron_h' }),
  featureExtraction: featureExtraction({ model: 'nemotron_h' }),
} as const
