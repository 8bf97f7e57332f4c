// Made by vitest-hardware 0.1.0 from a441a3684858ab31; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** AFMoE. a sigmoid gate on attention’s answer, norms on both sides, rotated layers with a window and others without positions, sigmoid router with a bias for the choice alone, embeddings times √size. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const afmoe = {
  checkpoint: 'arcee-ai/Trinity-Mini',
  textGeneration: textGeneration({ model: 'afmoe' }),
  featureExtraction: featureExtraction({ model: 'afmoe' }),
} as const
