import type { Family, NodeContext, NumberData, Operator, Values } from '../operator.ts'
import { dimsText, normalizeAxis, sizeOf } from '../shapes.ts'
import { numbersOf, values } from '../values.ts'

/** Lines of elements along which an operator works: `outer` × `inner` of them, each of `length` elements `inner` apart. */
interface Lines {
  readonly outer: number
  readonly length: number
  readonly inner: number
}

/** Softmax-13 works along one axis; before, the input is seen as a matrix whose rows begin at the axis (Softmax-11). */
function linesOf(x: Values, node: NodeContext): Lines {
  const legacy = node.opset < 13
  const given = node.int('axis', legacy ? 1 : -1)
  const rank = x.dims.length
  if (legacy && given === rank) return { outer: x.data.length, length: 1, inner: 1 }
  if (rank === 0) return { outer: 1, length: 1, inner: 1 }
  const axis = normalizeAxis(given, rank)
  if (axis === null) return node.fail(`the axis ${given} is not one of ${dimsText(x.dims)}`, 0)
  if (legacy) return { outer: sizeOf(x.dims, 0, axis), length: sizeOf(x.dims, axis), inner: 1 }
  return { outer: sizeOf(x.dims, 0, axis), length: x.dims[axis]!, inner: sizeOf(x.dims, axis + 1) }
}

/** Works on each line in place, given as the offset of its first element. */
function alongLines(work: (data: NumberData, start: number, lines: Lines) => void): Operator {
  return ([x], node) => {
    const lines = linesOf(x!, node)
    const data = numbersOf(x!).slice()
    for (let outer = 0; outer < lines.outer; outer += 1) {
      for (let inner = 0; inner < lines.inner; inner += 1) work(data, outer * lines.length * lines.inner + inner, lines)
    }
    return [values(x!.type, x!.dims, data)]
  }
}

function largest(data: NumberData, start: number, { length, inner }: Lines): number {
  let max = -Infinity
  for (let index = 0; index < length; index += 1) max = Math.max(max, data[start + index * inner]!)
  return max
}

/** e^(x − max) / Σ e^(x − max). A line of −∞ alone gives NaN, as the formula does. */
function softmaxLine(data: NumberData, start: number, lines: Lines): void {
  const { length, inner } = lines
  const max = largest(data, start, lines)
  let sum = 0
  for (let index = 0; index < length; index += 1) {
    const at = start + index * inner
    data[at] = Math.exp(data[at]! - max)
    sum += data[at]
  }
  for (let index = 0; index < length; index += 1) data[start + index * inner]! /= sum
}

function logSoftmaxLine(data: NumberData, start: number, lines: Lines): void {
  const { length, inner } = lines
  const max = largest(data, start, lines)
  let sum = 0
  for (let index = 0; index < length; index += 1) sum += Math.exp(data[start + index * inner]! - max)
  const shift = max + Math.log(sum)
  for (let index = 0; index < length; index += 1) data[start + index * inner]! -= shift
}

/** 1 at the first largest element. */
function hardmaxLine(data: NumberData, start: number, lines: Lines): void {
  const { length, inner } = lines
  let best = 0
  for (let index = 1; index < length; index += 1) if (data[start + index * inner]! > data[start + best * inner]!) best = index
  for (let index = 0; index < length; index += 1) data[start + index * inner] = index === best ? 1 : 0
}

export const logSoftmax: Operator = alongLines(logSoftmaxLine)

/** Softmax and its relatives, up to ONNX's operator set 25. */
export const softmax: Family = {
  name: 'softmax',
  operators: {
    Hardmax: { since: 1, evaluate: alongLines(hardmaxLine) },
    LogSoftmax: { since: 1, evaluate: logSoftmax },
    Softmax: { since: 1, evaluate: alongLines(softmaxLine) },
  },
}
