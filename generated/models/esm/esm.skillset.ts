// Made by vitest-hardware 0.1.0 from 1633752e304f07fd; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, fillMask, textClassification, tokenClassification } from 'vitest-hardware/skillset'

/** ESM. a protein model: rotary positions, norms before the sublayers, embeddings scaled for the masks that training had; the tokenizer is another’s. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const esm = {
  checkpoint: 'facebook/esm-1b',
  fillMask: fillMask({ model: 'esm' }),
  featureExtraction: featureExtraction({ model: 'esm' }),
  textClassification: textClassification({ model: 'esm', labels: 3 }),
  tokenClassification: tokenClassification({ model: 'esm', labels: 3 }),
} as const
