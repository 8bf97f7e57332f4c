// Made by vitest-hardware 0.1.0 from 5ca9ccd510af2b16; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageClassification, imageFeatureExtraction } from 'vitest-hardware/skillset'

/** TimmWrapperModel. timm's ResNet-50 by its own names, one of the many networks that the type stands for; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const timmWrapper = {
  checkpoint: 'resnet50',
  imageClassification: imageClassification({ model: 'timm_wrapper', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'timm_wrapper' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'timm_wrapper' }),
} as const
