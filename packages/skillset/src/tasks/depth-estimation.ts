import { defineTask } from '../core/define-task.ts'
import { complete } from '../inputs/complete.ts'
import { type Image, pixelValues } from '../inputs/image.ts'
import { output } from '../outputs/numbers.ts'

/** How far each place of an image is, in the model's own unit. */
export interface DepthMap {
  readonly height: number
  readonly width: number
  /** Row by row. */
  readonly depth: readonly number[]
}

/** The distance of each place of an image. */
export const depthEstimation = defineTask<Image, DepthMap>({
  task: 'depth-estimation',
  preprocess: (image, context) => complete(context.session, { pixel_values: pixelValues(context, image) }),
  postprocess(outputs) {
    const { dims, data } = output(outputs, 'predicted_depth', ...Object.keys(outputs))
    const [height = 1, width = 1] = dims.slice(-2)
    return { height, width, depth: [...data.subarray(0, height * width)] }
  },
})
