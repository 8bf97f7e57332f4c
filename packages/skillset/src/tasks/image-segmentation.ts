import { defineTask } from '../core/define-task.ts'
import { complete } from '../inputs/complete.ts'
import { type Image, pixelValues } from '../inputs/image.ts'
import { output } from '../outputs/numbers.ts'

/** The label of each place of an image. */
export interface Segments {
  readonly height: number
  readonly width: number
  /** Label ids, row by row. */
  readonly ids: readonly number[]
}

/** The best label of each place of `logits` `[1, labels, height, width]`, or of the masks of a universal model, the best query of each. */
export const imageSegmentation = defineTask<Image, Segments>({
  task: 'image-segmentation',
  preprocess: (image, context) => complete(context.session, { pixel_values: pixelValues(context, image) }),
  postprocess(outputs) {
    const isMap = outputs['logits']?.dims.length === 4
    const { dims, data } = output(outputs, ...(isMap ? ['logits'] : ['masks_queries_logits', 'pred_masks', ...Object.keys(outputs)]))
    const [, count = 1, height = 1, width = 1] = dims
    const places = height * width
    const ids = Array.from({ length: places }, (_, place) => {
      let best = 0
      for (let id = 1; id < count; id++) if (data[id * places + place]! > data[best * places + place]!) best = id
      return best
    })
    return { height, width, ids }
  },
})
