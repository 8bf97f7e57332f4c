import type { NodeContext } from '../../operator.ts'
import { dimsText } from '../../shapes.ts'
import { reach, type WindowAttributes, type WindowAxis } from '../window/axis.ts'

/**
 * Windows over the result of a ConvTranspose (ONNX ConvTranspose-22, its two equations). Padding that the equations make negative,
 * where `output_shape` asks for more than there is, is zero: the result ends with elements that no window reaches.
 */
export function transposedAxes(
  node: NodeContext,
  spatial: readonly number[],
  { kernel, strides, dilations, pads, autoPad }: WindowAttributes,
): WindowAxis[] {
  const rank = spatial.length
  const outputPadding = node.ints('output_padding', undefined) ?? spatial.map(() => 0)
  if (outputPadding.length !== rank) node.fail(`output_padding has ${outputPadding.length} numbers, and ${rank} are needed`)
  const declared = node.ints('output_shape', undefined)
  // old exporters give the batch and the channels too
  const outputShape = declared?.length === rank + 2 ? declared.slice(2) : declared
  if (outputShape !== undefined && outputShape.length !== rank) {
    node.fail(`output_shape is ${dimsText(outputShape)}, and ${rank} numbers are needed`)
  }
  return spatial.map((places, axis) => {
    const stride = strides[axis]!
    const dilation = dilations[axis]!
    const full = stride * (places - 1) + outputPadding[axis]! + reach(kernel[axis]!, dilation)
    const fixed = { output: places, kernel: kernel[axis]!, stride, dilation }
    const same = autoPad === 'SAME_UPPER' || autoPad === 'SAME_LOWER'
    const wanted = outputShape?.[axis] ?? (same ? places * stride : undefined)
    if (wanted === undefined) {
      const padBegin = pads[axis]!
      const padEnd = pads[axis + rank]!
      const input = full - padBegin - padEnd
      if (input < 0) node.fail(`padding of ${padBegin + padEnd} leaves nothing of the ${full} elements of spatial axis ${axis}`)
      return { ...fixed, input, padBegin, padEnd }
    }
    const total = Math.max(0, full - wanted)
    const smaller = Math.floor(total / 2)
    const padBegin = autoPad === 'SAME_UPPER' ? smaller : total - smaller
    return { ...fixed, input: wanted, padBegin, padEnd: total - padBegin }
  })
}
