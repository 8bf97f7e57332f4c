// Made by vitest-hardware 0.1.0 from 9a2d797f1f73caeb; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration } from 'vitest-hardware/skillset'

/** Cohere2. Cohere with rotated layers that have a window and others without positions (3 to 1 upstream, 1 to 1 here). Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const cohere2 = {
  checkpoint: 'CohereForAI/c4ai-command-r-v01',
  textGeneration: textGeneration({ model: 'cohere2' }),
  featureExtraction: featureExtraction({ model: 'cohere2' }),
} as const
