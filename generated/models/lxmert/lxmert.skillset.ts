// Made by vitest-hardware 0.1.0 from 93b0cf9615a2848e; do not edit, "vitest-hardware generate" writes it anew.
import { featureExtraction, pretraining, questionAnswering } from 'vitest-hardware/skillset'

/** LXMERT. a question is answered by one of the labels, not by a span; pretraining gives no scores of objects, which upstream makes for the loss alone; Transformers.js has no class for it. Real weights: `{ source: { hub: … } }` with an ONNX export of `checkpoint`. */
export const lxmert = {
  checkpoint: 'unc-nlp/lxmert-base-uncased',
  featureExtraction: featureExtraction({ model: 'lxmert' }),
  pretraining: pretraining({ model: 'lxmert' }),
  questionAnswering: questionAnswering({ model: 'lxmert' }),
} as const
