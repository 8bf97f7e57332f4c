// Made by vitest-hardware 0.1.0 from ea0d702fb762753b; do not edit, "vitest-hardware generate" writes it anew.
import { backbone, featureExtraction, imageClassification } from 'vitest-hardware/skillset'

/** TextNet. each layer is three convolutions of different shape and what came in; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const textnet = {
  checkpoint: 'czczup/textnet-base',
  imageClassification: imageClassification({ model: 'textnet', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'textnet' }),
  backbone: backbone({ model: 'textnet' }),
} as const
