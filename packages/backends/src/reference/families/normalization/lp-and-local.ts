import type { NodeContext, Operator, Values } from '../../operator.ts'
import { dimsText, normalizeAxis, offsetsOf, sizeOf, stridesOf } from '../../shapes.ts'
import { numbersOf, values } from '../../values.ts'
import { checkRank, required } from '../input-checks.ts'

/** ONNX LpNormalization-22: `x / ‖x‖_p` along an axis; zero where the norm is zero. */
export const lpNormalization: Operator = (inputs, node) => {
  const x = required(inputs, 0, node)
  const axis = axisOf(node, x, node.int('axis', -1))
  const p = node.int('p', 2)
  if (p !== 1 && p !== 2) node.fail(`p is ${p}, not 1 or 2`)
  const numbers = numbersOf(x)
  const length = x.dims[axis]!
  const inner = sizeOf(x.dims, axis + 1)
  const result = new Float64Array(numbers.length)
  for (let outer = 0; outer < sizeOf(x.dims, 0, axis); outer += 1) {
    for (let column = 0; column < inner; column += 1) {
      const start = outer * length * inner + column
      let sum = 0
      for (let index = 0; index < length; index += 1) sum += Math.abs(numbers[start + index * inner]!) ** p
      const norm = p === 1 ? sum : Math.sqrt(sum)
      if (norm === 0) continue
      for (let index = 0; index < length; index += 1) {
        result[start + index * inner] = numbers[start + index * inner]! / norm
      }
    }
  }
  return [values(x.type, x.dims, result)]
}

/** ONNX LRN-13: `x / (bias + alpha / size · Σ x²)^beta`, the sum over `size` neighbouring channels. */
export const localResponseNormalization: Operator = (inputs, node) => {
  const x = required(inputs, 0, node)
  checkRank(node, x, 0, 2, true)
  const size = node.int('size')
  if (size < 1) node.fail(`size is ${size}, and at least 1 is needed`)
  const factor = node.float('alpha', 1e-4) / size
  const beta = node.float('beta', 0.75)
  const bias = node.float('bias', 1)
  const before = Math.floor((size - 1) / 2)
  const after = Math.ceil((size - 1) / 2)
  const numbers = numbersOf(x)
  const [batch, channels] = x.dims as [number, number]
  const inner = sizeOf(x.dims, 2)
  const result = new Float64Array(numbers.length)
  for (let image = 0; image < batch; image += 1) {
    for (let channel = 0; channel < channels; channel += 1) {
      const first = Math.max(0, channel - before)
      const last = Math.min(channels - 1, channel + after)
      for (let element = 0; element < inner; element += 1) {
        let squares = 0
        for (let other = first; other <= last; other += 1) squares += numbers[(image * channels + other) * inner + element]! ** 2
        const at = (image * channels + channel) * inner + element
        result[at] = numbers[at]! / (bias + factor * squares) ** beta
      }
    }
  }
  return [values(x.type, x.dims, result)]
}

/** The function body of MeanVarianceNormalization adds this to the deviation; its formula does not show it. */
const deviationEpsilon = 1e-9

/** ONNX MeanVarianceNormalization-13: `(x - mean) / deviation` over `axes`. */
export const meanVarianceNormalization: Operator = (inputs, node) => {
  const x = required(inputs, 0, node)
  const axes = new Set((node.ints('axes', undefined) ?? [0, 2, 3]).map((axis) => axisOf(node, x, axis)))
  const strides = stridesOf(x.dims)
  const pick = (reduced: boolean): Int32Array => {
    const chosen = x.dims.map((_, axis) => axis).filter((axis) => axes.has(axis) === reduced)
    return offsetsOf(
      chosen.map((axis) => x.dims[axis]!),
      chosen.map((axis) => strides[axis]!),
    )
  }
  const within = pick(true)
  const numbers = numbersOf(x)
  const result = new Float64Array(numbers.length)
  for (const base of pick(false)) {
    let sum = 0
    for (let index = 0; index < within.length; index += 1) sum += numbers[base + within[index]!]!
    const mean = sum / within.length
    let squares = 0
    for (let index = 0; index < within.length; index += 1) squares += (numbers[base + within[index]!]! - mean) ** 2
    const deviation = Math.sqrt(squares / within.length) + deviationEpsilon
    for (let index = 0; index < within.length; index += 1) {
      const at = base + within[index]!
      result[at] = (numbers[at]! - mean) / deviation
    }
  }
  return [values(x.type, x.dims, result)]
}

function axisOf(node: NodeContext, x: Values, axis: number): number {
  return normalizeAxis(axis, x.dims.length) ?? node.fail(`axis is ${axis}, and the input is ${dimsText(x.dims)}`, 0)
}
