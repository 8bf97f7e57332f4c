import type { Operator } from '../../operator.ts'
import { dimsText, offsetsOf, sizeOf, stridesOf } from '../../shapes.ts'
import { numberList, numbersOf, values } from '../../values.ts'
import { checkDims, checkRank, required } from '../input-checks.ts'
import { kernelShape, windowAttributes } from '../window/axis.ts'

/**
 * ONNX MaxUnpool-22: puts each element where `I` says, zero elsewhere. `I` counts in the shape that kernel, strides and pads give;
 * `output_shape` puts that shape into a corner of a larger one, as ONNX's published case has it.
 */
export const maxUnpool: Operator = (inputs, node) => {
  const x = required(inputs, 0, node)
  const indices = required(inputs, 1, node)
  checkRank(node, x, 0, 3, true)
  checkDims(node, indices, 1, x.dims)
  const { kernel, strides, pads } = windowAttributes(node, kernelShape(node))
  const rank = x.dims.length - 2
  if (kernel.length !== rank) node.fail(`kernel_shape is ${dimsText(kernel)}, and the input has ${rank} spatial axes`, 0)
  const unpooled = x.dims.map((size, index) => {
    const axis = index - 2
    return axis < 0 ? size : (size - 1) * strides[axis]! - pads[axis]! - pads[axis + rank]! + kernel[axis]!
  })
  const dims = inputs[2] === undefined ? unpooled : numberList(inputs[2])
  if (dims.length !== unpooled.length || dims.some((size, axis) => size < unpooled[axis]!)) {
    node.fail(`it is ${dimsText(dims)}, and at least ${dimsText(unpooled)} is needed`, 2)
  }
  const places = offsetsOf(unpooled, stridesOf(dims))
  const data = numbersOf(x)
  const where = numbersOf(indices)
  const result = new Float64Array(sizeOf(dims))
  for (let element = 0; element < data.length; element += 1) {
    const place = places[where[element]!]
    if (place === undefined) node.fail(`it has the index ${where[element]}, and ${dimsText(unpooled)} has ${places.length} elements`, 1)
    else result[place] = data[element]!
  }
  return [values(x.type, dims, result)]
}
