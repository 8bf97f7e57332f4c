// Made by vitest-hardware 0.1.0 from b5a8fb7e792dedd4; do not edit, "vitest-hardware generate" writes it anew.
import { causalImageModeling, featureExtraction, imageClassification, imageFeatureExtraction } from 'vitest-hardware/skillset'

/** ImageGPT. reads colours as `input_ids`, as its image processor gives them; Transformers.js has no class for this type. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const imagegpt = {
  checkpoint: 'openai/imagegpt-small',
  imageClassification: imageClassification({ model: 'imagegpt', labels: 10 }),
  featureExtraction: featureExtraction({ model: 'imagegpt' }),
  imageFeatureExtraction: imageFeatureExtraction({ model: 'imagegpt' }),
  causalImageModeling: causalImageModeling({ model: 'imagegpt' }),
} as const
