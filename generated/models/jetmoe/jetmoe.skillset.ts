// Made by vitest-hardware 0.1.0 from 84eaa4d122cc3342; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textClassification, textGeneration } from 'vitest-hardware/skillset'

/** JetMoe. experts in attention too: projections of queries and outputs are chosen for each token; Transformers.js 4.3 has no class for jetmoe. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const jetmoe = {
  checkpoint: 'jetmoe/jetmoe-8b',
  textGeneration: textGeneration({ model: 'jetmoe' }),
  featureExtraction: featureExtraction({ model: 'jetmoe' }),
  textClassification: textClassification({ model: 'jetmoe', labels: 3 }),
} as const
