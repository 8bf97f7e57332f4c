// Made by vitest-hardware 0.1.0 from 59b7909f466c5faf; do not edit, "vitest-hardware generate" writes it anew.
import { backbone, featureExtraction, imageClassification, imageFeatureExtraction, imageSegmentation } from 'vitest-hardware/skillset'

/** BEiT. relative position biases in each layer, as the fine-tuned checkpoints have them. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const beit = {
  checkpoint: 'microsoft/beit-base-patch16-224-pt22k',
  imageClassification: imageClassification({ model: 'beit', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'beit' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'beit' }),
  imageSegmentation: imageSegmentation({ model: 'beit', labels: 10 }),
  backbone: backbone({ model: 'beit' }),
} as const
