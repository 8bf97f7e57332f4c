import { defineTask } from '../core/define-task.ts'
import { complete } from '../inputs/complete.ts'
import { inputValues, type Sound } from '../inputs/sound.ts'
import { type LabelScore, rankLabels } from '../outputs/labels.ts'
import { output } from '../outputs/numbers.ts'

/** What is heard in a clip, by probability. */
export const audioClassification = defineTask<Sound, readonly LabelScore[]>({
  task: 'audio-classification',
  preprocess: (sound, context) => complete(context.session, inputValues(context, sound)),
  postprocess: (outputs, { labels }) => rankLabels(output(outputs, 'logits'), labels),
})
