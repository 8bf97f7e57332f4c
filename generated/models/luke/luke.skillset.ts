// Made by vitest-hardware 0.1.0 from a7e989fcd86a616b; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  fillMask,
  multipleChoice,
  pretraining,
  questionAnswering,
  textClassification,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** LUKE. RoBERTa as long as no entity is given, as upstream’s forward pass has it; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const luke = {
  checkpoint: 'studio-ousia/luke-base',
  fillMask: fillMask({ model: 'luke' }),
  featureExtraction: featureExtraction({ model: 'luke' }),
  textClassification: textClassification({ model: 'luke', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'luke' }),
  tokenClassification: tokenClassification({ model: 'luke', labels: 3 }),
  multipleChoice: multipleChoice({ model: 'luke' }),
  pretraining: pretraining({ model: 'luke' }),
} as const
