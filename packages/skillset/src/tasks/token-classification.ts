import { defineTask } from '../core/define-task.ts'
import { textTensors } from '../inputs/text.ts'
import { bestLabels, type LabelScore } from '../outputs/labels.ts'
import { output } from '../outputs/numbers.ts'

/** The best label of each token of a text, special tokens included. */
export const tokenClassification = defineTask<string, readonly LabelScore[]>({
  task: 'token-classification',
  preprocess: (text, context) => textTensors(context, text),
  postprocess: (outputs, { labels }) => bestLabels(output(outputs, 'logits'), labels),
})
