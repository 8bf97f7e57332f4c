// Made by vitest-hardware 0.1.0 from aecc8cd53f89e595; do not edit, "vitest-hardware generate" writes it anew.
import { backbone, featureExtraction, imageClassification, imageFeatureExtraction } from 'vitest-hardware/skillset'

/** DINOv2 with Registers. registers come in behind the class token, without positions (arXiv:2309.16588). Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const dinov2WithRegisters = {
  checkpoint: 'facebook/dinov2-with-registers-base',
  imageClassification: imageClassification({ model: 'dinov2_with_registers', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'dinov2_with_registers' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'dinov2_with_registers' }),
  backbone: backbone({ model: 'dinov2_with_registers' }),
} as const
