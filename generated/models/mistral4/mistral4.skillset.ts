// Made by vitest-hardware 0.1.0 from e8b5f15adcb7bedb; do not edit, "vitest-hardware generate" writes it anew.
import {
  anyToAny,
  featureExtraction,
  imageTextToText,
  pretraining,
  textClassification,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** Mistral4. latent attention whose queries grow with their position; softmax router with groups; every layer sparse; upstream lists the text model’s own class for its multimodal tasks. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const mistral4 = {
  checkpoint: 'mistralai/Mistral-Small-4-119B-2603',
  imageTextToText: imageTextToText({ model: 'mistral4' }),
  featureExtraction: featureExtraction({ model: 'mistral4' }),
  pretraining: pretraining({ model: 'mistral4' }),
  anyToAny: anyToAny({ model: 'mistral4' }),
  textClassification: textClassification({ model: 'mistral4', labels: 3 }),
  tokenClassification: tokenClassification({ model: 'mistral4', labels: 3 }),
} as const
