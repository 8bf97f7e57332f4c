// Made by vitest-hardware 0.1.0 from 72476a790107513d; do not edit, "vitest-hardware generate" writes it anew.
import {
  anyToAny,
  featureExtraction,
  imageTextToText,
  visualQuestionAnswering,
  zeroShotImageClassification,
} from 'vitest-hardware/skillset'

/** BLIP-2. texts take the networks beside those of the queries; the decoder of the heads that generate is OPT, as upstream has it by default, and so is the class without a head; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const blip2 = {
  checkpoint: 'Salesforce/blip2-opt-2.7b',
  zeroShotImageClassification: zeroShotImageClassification({ model: 'blip-2' }),
  featureExtraction: featureExtraction({ model: 'blip-2' }),
  imageTextToText: imageTextToText({ model: 'blip-2' }),
  anyToAny: anyToAny({ model: 'blip-2' }),
  visualQuestionAnswering: visualQuestionAnswering({ model: 'blip-2' }),
} as const
