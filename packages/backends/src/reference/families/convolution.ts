import type { Family, NodeContext, NumberData, Operator, Values } from '../operator.ts'
import { dimsText, sizeOf } from '../shapes.ts'
import { numberList, numbersOf, values } from '../values.ts'
import { columnsToImages } from './convolution/columns-to-image.ts'
import { addBias, convolve } from './convolution/convolve.ts'
import { convolveTransposed } from './convolution/convolve-transposed.ts'
import { deformConv } from './convolution/deform-conv.ts'
import { transposedAxes } from './convolution/transposed-axes.ts'
import { checkRank, optionalNumbers, required } from './input-checks.ts'
import { centred } from './quantization/zero-point.ts'
import { kernelShape, windowAttributes, windowAxes } from './window/axis.ts'

/** A convolution of numbers from which zero points are taken away already; also what QLinearConv computes. */
export function convolutionOf(
  x: Values,
  weights: Values,
  numbers: { readonly x: NumberData; readonly weights: NumberData },
  node: NodeContext,
  weightsPosition = 1,
): { readonly dims: readonly number[]; readonly data: Float64Array } {
  checkRank(node, x, 0, 3, true)
  checkRank(node, weights, weightsPosition, x.dims.length)
  const [batch, channels] = x.dims as [number, number]
  const filters = weights.dims[0]!
  const groups = node.int('group', 1)
  if (groups < 1 || filters % groups !== 0) node.fail(`group is ${groups}, which does not divide the ${filters} filters`)
  if (weights.dims[1]! * groups !== channels) {
    node.fail(`the weights ${dimsText(weights.dims)} with group ${groups} do not fit ${channels} channels`, weightsPosition)
  }
  const axes = windowAxes(node, x.dims.slice(2), windowAttributes(node, kernelShape(node, weights.dims.slice(2))))
  const data = convolve({ batch, channels, x: numbers.x, weights: numbers.weights, filters, groups, axes })
  return { dims: [batch, filters, ...axes.map((axis) => axis.output)], data }
}

/** ONNX Conv-22; earlier versions differ in types alone. */
const conv: Operator = (inputs, node) => {
  const x = required(inputs, 0, node)
  const weights = required(inputs, 1, node)
  const { dims, data } = convolutionOf(x, weights, { x: numbersOf(x), weights: numbersOf(weights) }, node)
  const bias = optionalNumbers(inputs, 2, node, [weights.dims[0]!])
  if (bias !== undefined) addBias(data, dims[0]!, bias)
  return [values(x.type, dims, data)]
}

/** ONNX ConvInteger-10: exact as long as no sum leaves int32. */
const convInteger: Operator = (inputs, node) => {
  const x = required(inputs, 0, node)
  const weights = required(inputs, 1, node)
  const numbers = {
    x: centred(x, inputs[2], 0, node, 2),
    weights: centred(weights, inputs[3], 0, node, 3),
  }
  const { dims, data } = convolutionOf(x, weights, numbers, node)
  return [values('int32', dims, data)]
}

/** ONNX ConvTranspose-22; earlier versions differ in types alone. */
const convTranspose: Operator = (inputs, node) => {
  const x = required(inputs, 0, node)
  const weights = required(inputs, 1, node)
  checkRank(node, x, 0, 3, true)
  checkRank(node, weights, 1, x.dims.length)
  const [batch, channels] = x.dims as [number, number]
  const groups = node.int('group', 1)
  if (weights.dims[0] !== channels) node.fail(`the weights ${dimsText(weights.dims)} do not fit ${channels} channels`, 1)
  if (groups < 1 || channels % groups !== 0) node.fail(`group is ${groups}, which does not divide the ${channels} channels`)
  const filters = weights.dims[1]! * groups
  const axes = transposedAxes(node, x.dims.slice(2), windowAttributes(node, kernelShape(node, weights.dims.slice(2))))
  const data = convolveTransposed({ batch, channels, x: numbersOf(x), weights: numbersOf(weights), filters, groups, axes })
  const bias = optionalNumbers(inputs, 2, node, [filters])
  if (bias !== undefined) addBias(data, batch, bias)
  return [values(x.type, [batch, filters, ...axes.map((axis) => axis.input)], data)]
}

/** ONNX Col2Im-18. */
const col2Im: Operator = (inputs, node) => {
  const columns = required(inputs, 0, node)
  const image = numberList(required(inputs, 1, node))
  const block = numberList(required(inputs, 2, node))
  checkRank(node, columns, 0, 3)
  const axes = windowAxes(node, image, windowAttributes(node, block))
  const [batch, rows, places] = columns.dims as [number, number, number]
  const channels = rows / sizeOf(block)
  if (!Number.isInteger(channels)) node.fail(`its ${rows} rows are no multiple of the block ${dimsText(block)}`, 0)
  const expected = sizeOf(axes.map((axis) => axis.output))
  if (places !== expected) node.fail(`it has ${places} columns, and the block has ${expected} places in the image`, 0)
  return [values(columns.type, [batch, channels, ...image], columnsToImages(numbersOf(columns), batch, channels, axes))]
}

export const convolution: Family = {
  name: 'convolution',
  operators: {
    Conv: { since: 1, inputs: 2, evaluate: conv },
    ConvInteger: { since: 10, inputs: 2, evaluate: convInteger },
    ConvTranspose: { since: 1, inputs: 2, evaluate: convTranspose },
    Col2Im: { since: 18, inputs: 3, evaluate: col2Im },
    DeformConv: { since: 19, inputs: 3, evaluate: deformConv },
  },
}
