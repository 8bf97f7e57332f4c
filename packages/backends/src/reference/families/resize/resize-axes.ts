import type { NodeContext, Values } from '../../operator.ts'
import { dimsText, normalizeAxis } from '../../shapes.ts'
import { numberList } from '../../values.ts'
import type { ResizeAxis } from './coordinates.ts'

export interface ResizeRequest {
  readonly dims: readonly number[]
  readonly scales: Values | undefined
  readonly sizes: Values | undefined
  readonly roi: Values | undefined
}

/**
 * The axes that change, from `scales` or `sizes` (ONNX Resize-19). Sizes are `floor(input · scale)` in float64, as ONNX's shape
 * inference computes them; `roi` does not enter, which the text wants and neither shape inference nor the published cases do.
 */
export function resizeAxes(node: NodeContext, { dims, scales, sizes, roi }: ResizeRequest): ResizeAxis[] {
  const rank = dims.length
  const declared = node.ints('axes', undefined) ?? dims.map((_, axis) => axis)
  const axes = declared.map((axis) => normalizeAxis(axis, rank) ?? node.fail(`axes has ${axis}, and the input is ${dimsText(dims)}`, 0))
  const count = axes.length
  const list = (value: Values, position: number, length: number): number[] => {
    const numbers = numberList(value)
    if (numbers.length !== length) node.fail(`it has ${numbers.length} numbers, and ${length} are needed`, position)
    return numbers
  }
  const present = (value: Values | undefined): Values | undefined => (value === undefined || value.dims[0] === 0 ? undefined : value)
  const roiValue = present(roi)
  const region = roiValue === undefined ? null : list(roiValue, 1, 2 * count)
  const scaleValue = present(scales)
  const sizeValue = present(sizes)
  if ((scaleValue === undefined) === (sizeValue === undefined)) node.fail('one of scales and sizes is needed, and not both')
  const extents =
    scaleValue === undefined
      ? fromSizes(node, list(sizeValue!, 3, count), axes, dims)
      : list(scaleValue, 2, count).map((scale, index) => {
          if (!(scale > 0)) node.fail(`it has ${scale}, and scales are positive`, 2)
          return { scale, output: Math.floor(dims[axes[index]!]! * scale) }
        })
  return axes.map((axis, index) => ({
    axis,
    input: dims[axis]!,
    ...extents[index]!,
    start: region?.[index] ?? 0,
    end: region?.[index + count] ?? 1,
  }))
}

interface Extent {
  readonly scale: number
  readonly output: number
}

function fromSizes(node: NodeContext, sizes: readonly number[], axes: readonly number[], dims: readonly number[]): Extent[] {
  const ratios = sizes.map((size, index) => size / dims[axes[index]!]!)
  const policy = node.string('keep_aspect_ratio_policy', 'stretch')
  const uniform = (scale: number): Extent[] => axes.map((axis) => ({ scale, output: Math.floor(scale * dims[axis]! + 0.5) }))
  switch (policy) {
    case 'stretch':
      return ratios.map((scale, index) => ({ scale, output: sizes[index]! }))
    case 'not_larger':
      return uniform(Math.min(...ratios))
    case 'not_smaller':
      return uniform(Math.max(...ratios))
    default:
      return node.fail(`keep_aspect_ratio_policy is ${policy}, not stretch, not_larger or not_smaller`)
  }
}
