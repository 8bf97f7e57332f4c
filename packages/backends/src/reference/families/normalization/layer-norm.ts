import type { NodeContext, NumberData, Operator, Values } from '../../operator.ts'
import { broadcastDims, broadcastStrides, dimsText, normalizeAxis, offsetsOf, sameDims, sizeOf } from '../../shapes.ts'
import { numbersOf, values } from '../../values.ts'
import { required } from '../input-checks.ts'
import { rowMoments } from './moments.ts'

/** ONNX LayerNormalization-17; `Mean` and `InvStdDev` are computed in float64 whatever `stash_type` says. */
export const layerNormalization: Operator = (inputs, node) => {
  const x = required(inputs, 0, node)
  const axis = firstAxis(node, x)
  const numbers = numbersOf(x)
  const { mean, variance } = rowMoments(numbers, sizeOf(x.dims, axis))
  const epsilon = node.float('epsilon', 1e-5)
  const inverse = variance.map((value) => 1 / Math.sqrt(value + epsilon))
  const y = scaledRows(numbers, sizeOf(x.dims, axis), mean, inverse)
  multiply(y, x.dims, required(inputs, 1, node), 1, node)
  if (inputs[2] !== undefined) add(y, x.dims, inputs[2], 2, node)
  const stashDims = x.dims.map((dim, index) => (index < axis ? dim : 1))
  const stashType = x.type === 'float64' ? 'float64' : 'float32'
  return [values(x.type, x.dims, y), values(stashType, stashDims, mean), values(stashType, stashDims, inverse)]
}

/** ONNX RMSNormalization-23: `scale · x / √(mean(x²) + epsilon)` over the axes from `axis` on. */
export const rmsNormalization: Operator = (inputs, node) => {
  const x = required(inputs, 0, node)
  const size = sizeOf(x.dims, firstAxis(node, x))
  const numbers = numbersOf(x)
  const epsilon = node.float('epsilon', 1e-5)
  const rows = size === 0 ? 0 : numbers.length / size
  const inverse = Float64Array.from({ length: rows }, (_, row) => {
    let squares = 0
    for (let element = row * size; element < (row + 1) * size; element += 1) squares += numbers[element]! ** 2
    return 1 / Math.sqrt(squares / size + epsilon)
  })
  const y = scaledRows(numbers, size, new Float64Array(rows), inverse)
  multiply(y, x.dims, required(inputs, 1, node), 1, node)
  return [values(x.type, x.dims, y)]
}

function firstAxis(node: NodeContext, x: Values): number {
  const attribute = node.int('axis', -1)
  return normalizeAxis(attribute, x.dims.length) ?? node.fail(`axis is ${attribute}, and the input is ${dimsText(x.dims)}`, 0)
}

function scaledRows(x: NumberData, size: number, mean: Float64Array, factor: Float64Array): Float64Array {
  const result = new Float64Array(x.length)
  for (let row = 0; row < mean.length; row += 1) {
    const centre = mean[row]!
    const by = factor[row]!
    for (let element = row * size; element < (row + 1) * size; element += 1) result[element] = (x[element]! - centre) * by
  }
  return result
}

function multiply(y: Float64Array, dims: readonly number[], value: Values, position: number, node: NodeContext): void {
  const offsets = unidirectional(dims, value, position, node)
  const numbers = numbersOf(value)
  for (let element = 0; element < y.length; element += 1) y[element]! *= numbers[offsets[element]!]!
}

function add(y: Float64Array, dims: readonly number[], value: Values, position: number, node: NodeContext): void {
  const offsets = unidirectional(dims, value, position, node)
  const numbers = numbersOf(value)
  for (let element = 0; element < y.length; element += 1) y[element]! += numbers[offsets[element]!]!
}

/** Offsets of a value that must broadcast to `dims` and not beyond. */
function unidirectional(dims: readonly number[], value: Values, position: number, node: NodeContext): Int32Array {
  const joint = broadcastDims(value.dims, dims)
  if (joint === null || !sameDims(joint, dims)) {
    node.fail(`its shape is ${dimsText(value.dims)}, which does not broadcast to ${dimsText(dims)}`, position)
  }
  return offsetsOf(dims, broadcastStrides(value.dims, dims))
}
