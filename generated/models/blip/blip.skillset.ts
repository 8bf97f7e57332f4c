// Made by vitest-hardware 0.1.0 from decb1f17b0ffb258; do not edit, "vitest-hardware generate" writes it anew.
import {
  anyToAny,
  featureExtraction,
  imageTextToText,
  visualQuestionAnswering,
  zeroShotImageClassification,
} from 'vitest-hardware/skillset'

/** BLIP. answers to questions are given as decoder_input_ids; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const blip = {
  checkpoint: 'Salesforce/blip-vqa-base',
  zeroShotImageClassification: zeroShotImageClassification({ model: 'blip' }),
  featureExtraction: featureExtraction({ model: 'blip' }),
  imageTextToText: imageTextToText({ model: 'blip' }),
  anyToAny: anyToAny({ model: 'blip' }),
  visualQuestionAnswering: visualQuestionAnswering({ model: 'blip' }),
} as const
