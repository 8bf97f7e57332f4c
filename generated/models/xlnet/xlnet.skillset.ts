// Made by vitest-hardware 0.1.0 from 909aedb004441e91; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  pretraining,
  questionAnswering,
  textClassification,
  textGeneration,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** XLNet. without a permutation a token sees all others, as upstream’s forward pass does; Transformers.js 4.3 has no class for xlnet. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const xlnet = {
  checkpoint: 'xlnet/xlnet-large-cased',
  textGeneration: textGeneration({ model: 'xlnet' }),
  featureExtraction: featureExtraction({ model: 'xlnet' }),
  pretraining: pretraining({ model: 'xlnet' }),
  textClassification: textClassification({ model: 'xlnet', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'xlnet' }),
  tokenClassification: tokenClassification({ model: 'xlnet', labels: 3 }),
} as const
