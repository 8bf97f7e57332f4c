import { defineTask } from '../core/define-task.ts'
import { complete } from '../inputs/complete.ts'
import { type Image, pixelValues } from '../inputs/image.ts'
import { nameOf } from '../outputs/labels.ts'
import { argmax, output, rowCount, rowOf, softmax } from '../outputs/numbers.ts'

export interface DetectedObject {
  readonly label: string
  /** Probability, 0 … 1. */
  readonly score: number
  /** Centre and size as parts of the image, 0 … 1. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

/** Objects with their boxes, by probability; a query for no object, the last label, is left out (Carion et al. 2020, arXiv:2005.12872, §3.1). */
export const objectDetection = defineTask<Image, readonly DetectedObject[]>({
  task: 'object-detection',
  preprocess: (image, context) => complete(context.session, { pixel_values: pixelValues(context, image) }),
  postprocess(outputs, { labels }) {
    const [logits, boxes] = [output(outputs, 'logits'), output(outputs, 'pred_boxes')]
    const queries = Math.min(rowCount(logits), boxes.dims[1] ?? 0)
    return Array.from({ length: queries }, (_, query) => {
      const scores = softmax(rowOf(logits, query))
      const best = argmax(scores)
      const [x = 0, y = 0, width = 0, height = 0] = rowOf(boxes, query)
      return { label: nameOf(labels, best), score: scores[best]!, isNone: best === scores.length - 1, box: { x, y, width, height } }
    })
      .filter(({ isNone }) => !isNone)
      .map(({ label, score, box }) => ({ label, score, box }))
      .sort((a, b) => b.score - a.score)
  },
})
