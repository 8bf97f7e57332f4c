// Made by vitest-hardware 0.1.0 from 1ccac3da63eaf5d0; do not edit, "vitest-hardware generate" writes it anew.
import {
  featureExtraction,
  fillMask,
  pretraining,
  questionAnswering,
  textClassification,
  tokenClassification,
} from 'vitest-hardware/skillset'

/** FlauBERT. norms before the sublayers, as the larger checkpoints have them (`pre_norm`); flaubert's tokenizer is another's here, so Transformers.js is not tried. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const flaubert = {
  checkpoint: 'flaubert/flaubert_base_uncased',
  fillMask: fillMask({ model: 'flaubert' }),
  featureExtraction: featureExtraction({ model: 'flaubert' }),
  pretraining: pretraining({ model: 'flaubert' }),
  textClassification: textClassification({ model: 'flaubert', labels: 3 }),
  tokenClassification: tokenClassification({ model: 'flaubert', labels: 3 }),
  questionAnswering: questionAnswering({ model: 'flaubert' }),
} as const
