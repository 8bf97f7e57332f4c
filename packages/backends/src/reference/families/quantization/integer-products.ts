import { roundHalfEven, saturateInteger } from '../../integers.ts'
import { matrixProduct } from '../../matrix-product.ts'
import type { NodeContext, NumberData, Operator, Values } from '../../operator.ts'
import { broadcastDims, broadcastStrides, dimsText, offsetsOf } from '../../shapes.ts'
import { numbersOf, reshaped, values } from '../../values.ts'
import { convolutionOf } from '../convolution.ts'
import { addBias } from '../convolution/convolve.ts'
import { checkRank, optionalNumbers, optionalScalar, required } from '../input-checks.ts'
import { centred, numberAt, perAxis } from './zero-point.ts'

/** ONNX QLinearMatMul-21: the product of whole numbers is exact, then scaled and rounded, halves to even. */
export const qLinearMatMul: Operator = (inputs, node) => {
  const a = required(inputs, 0, node)
  const b = required(inputs, 3, node)
  checkRank(node, a, 0, 2, true)
  checkRank(node, b, 3, 2, true)
  const rowsOf = (position: number): Values => asRows(required(inputs, position, node), a)
  const left = values('int32', a.dims, minus(a, rowsOf(2), node, 2))
  const right = values('int32', b.dims, minus(b, required(inputs, 5, node), node, 5))
  const sums = matrixProduct(left, right, node)
  const { dims } = sums
  const scales = [spread(rowsOf(1), dims, node, 1), spread(required(inputs, 4, node), dims, node, 4)] as const
  const zeroPoint = required(inputs, 7, node)
  const yScale = optionalScalar(inputs, 6, node)!
  const yZero = optionalScalar(inputs, 7, node)!
  const saturate = saturateInteger(zeroPoint.type)
  const result = numbersOf(sums).map((sum, element) =>
    saturate(roundHalfEven((sum * (scales[0](element) * scales[1](element))) / yScale) + yZero),
  )
  return [values(zeroPoint.type, dims, result)]
}

/** ONNX QLinearConv-10. */
export const qLinearConv: Operator = (inputs, node) => {
  const x = required(inputs, 0, node)
  const weights = required(inputs, 3, node)
  const numbers = {
    x: centred(x, required(inputs, 2, node), 1, node, 2),
    weights: centred(weights, required(inputs, 5, node), 0, node, 5),
  }
  const { dims, data } = convolutionOf(x, weights, numbers, node, 3)
  const filters = weights.dims[0]!
  const bias = optionalNumbers(inputs, 8, node, [filters])
  if (bias !== undefined) addBias(data, dims[0]!, bias)
  const xScale = optionalScalar(inputs, 1, node) ?? node.fail('this input is needed and is missing', 1)
  const yScale = optionalScalar(inputs, 6, node) ?? node.fail('this input is needed and is missing', 6)
  const wScale = perAxis(required(inputs, 4, node), dims, 1, node, 4)
  const zeroPoint = required(inputs, 7, node)
  const yZero = optionalScalar(inputs, 7, node)!
  const saturate = saturateInteger(zeroPoint.type)
  const result = data.map((sum, element) => saturate(roundHalfEven((sum * xScale * numberAt(wScale, element)) / yScale) + yZero))
  return [values(zeroPoint.type, dims, result)]
}

/** A vector of one number for each row, as a column. */
function asRows(parameter: Values, a: Values): Values {
  const [rows] = parameter.dims
  return parameter.dims.length === 1 && rows !== 1 && rows === a.dims.at(-2) ? reshaped(parameter, [rows!, 1]) : parameter
}

function minus(x: Values, zeroPoint: Values, node: NodeContext, position: number): NumberData {
  const zero = spread(zeroPoint, x.dims, node, position)
  return numbersOf(x).map((value, element) => value - zero(element))
}

/** The number of a parameter that belongs to an element of a shape. */
function spread(parameter: Values, dims: readonly number[], node: NodeContext, position: number): (element: number) => number {
  const numbers = numbersOf(parameter)
  if (numbers.length === 1) return () => numbers[0]!
  if (broadcastDims(parameter.dims, dims)?.length !== dims.length) {
    node.fail(`its shape is ${dimsText(parameter.dims)}, which does not broadcast to ${dimsText(dims)}`, position)
  }
  const offsets = offsetsOf(dims, broadcastStrides(parameter.dims, dims))
  return (element) => numbers[offsets[element]!]!
}
