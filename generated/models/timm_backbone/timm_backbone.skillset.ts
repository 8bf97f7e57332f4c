// Made by vitest-hardware 0.1.0 from 9c1b3a3070985bd7; do not edit, "vitest-hardware generate" writes it anew.
import { backbone, featureExtraction, imageFeatureExtraction } from 'vitest-hardware/skillset'

/** TimmBackbone. timm's ResNet-18 by its own names, one of the many networks that the type stands for; its bare model is the backbone class; Transformers.js has no class for this type. */
export const timmBackbone = {
  featureExtraction: featureExtraction({ model: 'timm_backbone' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'timm_backbone' }),
  backbone: backbone({ model: 'timm_backbone' }),
} as const
