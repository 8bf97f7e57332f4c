// Made by vitest-hardware 0.1.0 from c034decd944e3655; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, fillMask, pretraining, textClassification } from 'vitest-hardware/skillset'

/** TAPAS. positions count the whole text, as `reset_position_index_per_cell` off does; Transformers.js 4.3 has no class for tapas. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const tapas = {
  checkpoint: 'google/tapas-base-finetuned-sqa',
  fillMask: fillMask({ model: 'tapas' }),
  featureExtraction: featureExtraction({ model: 'tapas' }),
  pretraining: pretraining({ model: 'tapas' }),
  textClassification: textClassification({ model: 'tapas', labels: 3 }),
} as const
