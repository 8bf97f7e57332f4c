import { defineTask } from '../core/define-task.ts'
import { tensorsOnly } from '../inputs/tensors-only.ts'
import { type LabelScore, rankLabels } from '../outputs/labels.ts'
import { output } from '../outputs/numbers.ts'

/** What happens in a video, by probability. */
export const videoClassification = defineTask<never, readonly LabelScore[]>({
  task: 'video-classification',
  preprocess: tensorsOnly,
  postprocess: (outputs, { labels }) => rankLabels(output(outputs, 'logits'), labels),
})
