// Made by vitest-hardware 0.1.0 from 439ec9622286531d; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, videoClassification } from 'vitest-hardware/skillset'

/** VJEPA2Model. tubelets turned by frame, row and column; the predictor, which is for training, is left out; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const vjepa2 = {
  checkpoint: 'facebook/vjepa2-vitl-fpc64-256',
  videoClassification: videoClassification({ model: 'vjepa2', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'vjepa2' }),
} as const
