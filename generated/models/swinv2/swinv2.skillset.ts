// Made by vitest-hardware 0.1.0 from aa9cbfebee05fd9c; do not edit, "vitest-hardware generate" writes it anew.
import { backbone, featureExtraction, imageClassification, imageFeatureExtraction, maskedImageModeling } from 'vitest-hardware/skillset'

/** Swin Transformer V2. cosine attention with a factor of each head, position biases of a network, norms behind each half (arXiv:2111.09883); Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const swinv2 = {
  checkpoint: 'microsoft/swinv2-tiny-patch4-window8-256',
  imageClassification: imageClassification({ model: 'swinv2', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'swinv2' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'swinv2' }),
  maskedImageModeling: maskedImageModeling({ model: 'swinv2' }),
  backbone: backbone({ model: 'swinv2' }),
} as const
