import { defineTask } from '../core/define-task.ts'
import { complete } from '../inputs/complete.ts'
import { type Image, pixelValues } from '../inputs/image.ts'
import { type LabelScore, rankLabels } from '../outputs/labels.ts'
import { output } from '../outputs/numbers.ts'

/** What is in an image, by probability. */
export const imageClassification = defineTask<Image, readonly LabelScore[]>({
  task: 'image-classification',
  preprocess: (image, context) => complete(context.session, { pixel_values: pixelValues(context, image) }),
  postprocess: (outputs, { labels }) => rankLabels(output(outputs, 'logits'), labels),
})
