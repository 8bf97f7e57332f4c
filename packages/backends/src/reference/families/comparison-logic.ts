import { combine, compare, mapBigs, mapNumbers, type BinaryKernel } from '../elementwise.ts'
import { isBig } from '../integers.ts'
import type { ClaimedOperator, Family, NodeContext, Operator, Values } from '../operator.ts'
import { broadcastDims, broadcastStrides, dimsText, offsetsOf } from '../shapes.ts'
import { emptyData, numbersOf, values } from '../values.ts'

type Comparable = number | bigint | string

function comparison(since: number, fn: (a: Comparable, b: Comparable) => boolean): ClaimedOperator {
  return { since, inputs: 2, evaluate: ([a, b], node) => [compare(a!, b!, node, fn)] }
}

function logic(since: number, numbers: (a: number, b: number) => number): ClaimedOperator {
  return { since, inputs: 2, evaluate: ([a, b], node) => [combine(a!, b!, node, { numbers: () => numbers })] }
}

function bitwise(numbers: (a: number, b: number) => number, bigs: (a: bigint, b: bigint) => bigint): ClaimedOperator {
  const kernel: BinaryKernel = { numbers: () => numbers, bigs }
  return { since: 18, inputs: 2, evaluate: ([a, b], node) => [combine(a!, b!, node, kernel)] }
}

/** A test of one float. */
function predicate(x: Values, fn: (value: number) => boolean): Values {
  const source = numbersOf(x)
  const data = new Float64Array(source.length)
  for (let index = 0; index < data.length; index += 1) data[index] = fn(source[index]!) ? 1 : 0
  return values('bool', x.dims, data)
}

const isInf: Operator = ([x], node) => {
  const positive = node.int('detect_positive', 1) === 1
  const negative = node.int('detect_negative', 1) === 1
  return [predicate(x!, (value) => (value === Infinity && positive) || (value === -Infinity && negative))]
}

/** Where-16: the three inputs broadcast to one shape. */
const where: Operator = ([condition, x, y], node: NodeContext) => {
  if (x!.type !== y!.type) return node.fail(`is ${y!.type}, but the other choice is ${x!.type}`, 2)
  const dims = broadcastDims(condition!.dims, x!.dims, y!.dims)
  if (dims === null) {
    const shapes = [condition!, x!, y!].map((value) => dimsText(value.dims))
    return node.fail(`${shapes.join(', ')} do not broadcast to one shape`)
  }
  const [ofCondition, ofX, ofY] = [condition!, x!, y!].map((value) => offsetsOf(dims, broadcastStrides(value.dims, dims)))
  const choices = condition!.data
  const data = emptyData(x!.type, ofX!.length) as Comparable[]
  for (let index = 0; index < data.length; index += 1) {
    data[index] = choices[ofCondition![index]!] === 0 ? y!.data[ofY![index]!]! : x!.data[ofX![index]!]!
  }
  return [values(x!.type, dims, data as Values['data'])]
}

/** Comparisons, logic and choice, up to ONNX's operator set 25. */
export const comparisonLogic: Family = {
  name: 'comparison and logic',
  operators: {
    And: logic(1, (a, b) => a & b),
    BitwiseAnd: bitwise(
      (a, b) => a & b,
      (a, b) => a & b,
    ),
    BitwiseNot: { since: 18, evaluate: ([x]) => [isBig(x!.type) ? mapBigs(x!, (value) => ~value) : mapNumbers(x!, (value) => ~value)] },
    BitwiseOr: bitwise(
      (a, b) => a | b,
      (a, b) => a | b,
    ),
    BitwiseXor: bitwise(
      (a, b) => a ^ b,
      (a, b) => a ^ b,
    ),
    Equal: comparison(1, (a, b) => a === b),
    Greater: comparison(1, (a, b) => a > b),
    GreaterOrEqual: comparison(12, (a, b) => a >= b),
    IsInf: { since: 10, evaluate: isInf },
    IsNaN: { since: 9, evaluate: ([x]) => [predicate(x!, Number.isNaN)] },
    Less: comparison(1, (a, b) => a < b),
    LessOrEqual: comparison(12, (a, b) => a <= b),
    Not: { since: 1, evaluate: ([x]) => [mapNumbers(x!, (value) => (value === 0 ? 1 : 0))] },
    Or: logic(1, (a, b) => a | b),
    Where: { since: 9, inputs: 3, evaluate: where },
    Xor: logic(1, (a, b) => a ^ b),
  },
}
