// Made by vitest-hardware 0.1.0 from 14b97fa613587282; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  fillMask,
  pretraining,
  questionAnswering,
  text2textGeneration,
  textClassification,
  textGeneration,
} from 'vitest-hardware/skillset'

/** MVP. BART’s graph upstream too, as long as `use_prompt` is off; Transformers.js 4.3 has no class for mvp. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const mvp = {
  checkpoint: 'RUCAIBox/mvp',
  text2textGeneration: text2textGeneration({ model: 'mvp' }),
  featureExtraction: featureExtraction({ model: 'mvp' }),
  pretraining: pretraining({ model: 'mvp' }),
  textGeneration: textGeneration({ model: 'mvp' }),
  fillMask: fillMask({ model: 'mvp' }),
  textClassification: textClassification({ model: 'mvp', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'mvp' }),
} as const
