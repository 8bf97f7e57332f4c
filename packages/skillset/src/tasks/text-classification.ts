import { defineTask } from '../core/define-task.ts'
import { textTensors } from '../inputs/text.ts'
import { type LabelScore, rankLabels } from '../outputs/labels.ts'
import { output } from '../outputs/numbers.ts'

/** What a text is about, by probability. */
export const textClassification = defineTask<string, readonly LabelScore[]>({
  task: 'text-classification',
  preprocess: (text, context) => textTensors(context, text),
  postprocess: (outputs, { labels }) => rankLabels(output(outputs, 'logits'), labels),
})
