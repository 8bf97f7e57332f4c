// Made by vitest-hardware 0.1.0 from 27359c7f2ddb1b7a; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  fillMask,
  multipleChoice,
  questionAnswering,
  textClassification,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** ModernBERT. rotary positions, attention to all tokens in each third layer and to near ones in the others, GeGLU, norms without bias. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const modernbert = {
  checkpoint: 'answerdotai/ModernBERT-base',
  fillMask: fillMask({ model: 'modernbert' }),
  featureExtraction: featureExtraction({ model: 'modernbert' }),
  textClassification: textClassification({ model: 'modernbert', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'modernbert' }),
  tokenClassification: tokenClassification({ model: 'modernbert', labels: 3 }),
  multipleChoice: multipleChoice({ model: 'modernbert' }),
} as const
