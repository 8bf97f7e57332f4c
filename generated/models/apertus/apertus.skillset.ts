// Made by vitest-hardware 0.1.0 from 548535d2fa37af00; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, textGeneration, tokenClassification } from 'vitest-hardware/skillset'

/** Apertus. xIELU with learned curvatures and no gate; queries and keys are normalised per head. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const apertus = {
  checkpoint: 'swiss-ai/Apertus-8B-Instruct-2509',
  textGeneration: textGeneration({ model: 'apertus' }),
  featureExtraction: featureExtraction({ model: 'apertus' }),
  tokenClassification: tokenClassification({ model: 'apertus', labels: 3 }),
} as const
