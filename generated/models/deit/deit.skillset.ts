// Made by vitest-hardware 0.1.0 from 45db44ea33abb9e4; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, imageClassification, imageFeatureExtraction, maskedImageModeling } from 'vitest-hardware/skillset'

/** DeiT. a distillation token stands beside the class token; the class with two classifiers (arXiv:2012.12877, §4) is not built. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const deit = {
  checkpoint: 'facebook/deit-base-distilled-patch16-224',
  imageClassification: imageClassification({ model: 'deit', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'deit' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'deit' }),
  maskedImageModeling: maskedImageModeling({ model: 'deit' }),
} as const
