// Made by vitest-hardware 0.1.0 from 06a80d292bbcdeab; do not edit, "vitest-hardware generate" writes it anew.
import { backbone, featureExtraction, imageFeatureExtraction } from 'vitest-hardware/skillset'

/** Pixio. DINOv2 without layer scale, with eight class tokens whose mean is the pooled output; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const pixio = {
  checkpoint: 'facebook/pixio-huge',
  featureExtraction: featureExtraction({ model: 'pixio' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'pixio' }),
  backbone: backbone({ model: 'pixio' }),
} as const
