import { isBig, wrapInteger } from '../integers.ts'
import type { BigData, Family, NodeContext, Operator, Values } from '../operator.ts'
import { dimsText, normalizeAxis, sizeOf, stridesOf } from '../shapes.ts'
import { emptyData, int64Vector, numberList, numbersOf, values } from '../values.ts'

type Comparable = number | bigint | string

function axisOf(given: number, x: Values, node: NodeContext): number {
  return normalizeAxis(given, x.dims.length) ?? node.fail(`the axis ${given} is not one of ${dimsText(x.dims)}`, 0)
}

/** TopK-24: ties go to the lower index. Before version 10 `k` is an attribute. */
const topK: Operator = ([x, kInput], node) => {
  const axis = axisOf(node.int('axis', -1), x!, node)
  const k = node.opset < 10 ? node.int('k') : kInput === undefined ? node.fail('input 1 is missing') : numberList(kInput)[0]!
  const [outer, length, inner] = [sizeOf(x!.dims, 0, axis), x!.dims[axis]!, sizeOf(x!.dims, axis + 1)]
  if (k > length) return node.fail(`asks for ${k} of ${length} elements`, 1)
  const sign = node.int('largest', 1) === 1 ? 1 : -1
  const dims = x!.dims.map((size, each) => (each === axis ? k : size))
  const data = emptyData(x!.type, outer * k * inner) as Comparable[]
  const indices = new BigInt64Array(outer * k * inner)
  const source = x!.data as readonly Comparable[]
  for (let line = 0; line < outer * inner; line += 1) {
    const [row, column] = [Math.floor(line / inner), line % inner]
    const at = (index: number): Comparable => source[(row * length + index) * inner + column]!
    const order = Array.from({ length }, (_, index) => index).sort((a, b) => ordered(at(b), at(a)) * sign || a - b)
    for (let rank = 0; rank < k; rank += 1) {
      const target = (row * k + rank) * inner + column
      data[target] = at(order[rank]!)
      indices[target] = BigInt(order[rank]!)
    }
  }
  return [values(x!.type, dims, data as Values['data']), values('int64', dims, indices)]
}

function ordered(a: Comparable, b: Comparable): number {
  return a > b ? 1 : a < b ? -1 : 0
}

/** CumSum-14. */
const cumSum: Operator = ([x, axisInput], node) => {
  const axis = axisOf(numberList(axisInput!)[0]!, x!, node)
  const exclusive = node.int('exclusive', 0) === 1
  const reverse = node.int('reverse', 0) === 1
  const [length, inner] = [x!.dims[axis]!, sizeOf(x!.dims, axis + 1)]
  const lines = sizeOf(x!.dims, 0, axis) * inner
  const run = <Element extends number | bigint>(
    source: { readonly [index: number]: Element },
    target: { [index: number]: Element },
    zero: Element,
    add: (a: Element, b: Element) => Element,
  ): void => {
    for (let line = 0; line < lines; line += 1) {
      const start = Math.floor(line / inner) * length * inner + (line % inner)
      let sum = zero
      for (let step = 0; step < length; step += 1) {
        const at = start + (reverse ? length - 1 - step : step) * inner
        const next = add(sum, source[at]!)
        target[at] = exclusive ? sum : next
        sum = next
      }
    }
  }
  const wrap = wrapInteger(x!.type)
  const data = emptyData(x!.type, x!.data.length)
  if (isBig(x!.type)) run(x!.data as BigData, data as BigData, 0n, (a, b) => a + b)
  else run(numbersOf(x!), data as Float64Array, 0, (a, b) => wrap(a + b))
  return [values(x!.type, x!.dims, data)]
}

/** Unique-11, of the whole tensor or of slices along an axis. */
const unique: Operator = ([x], node) => {
  const given = node.int('axis', null)
  const axis = given === null ? null : axisOf(given, x!, node)
  const [outer, count, inner] =
    axis === null ? [1, x!.data.length, 1] : [sizeOf(x!.dims, 0, axis), x!.dims[axis]!, sizeOf(x!.dims, axis + 1)]
  const source = x!.data as readonly Comparable[]
  const slice = (index: number): Comparable[] =>
    Array.from({ length: outer * inner }, (_, at) => source[(Math.floor(at / inner) * count + index) * inner + (at % inner)]!)
  const slices = Array.from({ length: count }, (_, index) => slice(index))
  const groups = new Map<string, { readonly first: number; readonly elements: Comparable[]; size: number }>()
  const keys = slices.map((elements) => JSON.stringify(elements.map(String)))
  for (const [index, key] of keys.entries()) {
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { first: index, elements: slices[index]!, size: 1 })
    else group.size += 1
  }
  const found = [...groups.entries()]
  if (node.int('sorted', 1) === 1) found.sort(([, a], [, b]) => compareSlices(a.elements, b.elements))
  const positions = new Map(found.map(([key], position) => [key, position]))
  const data = emptyData(x!.type, found.length * outer * inner) as Comparable[]
  for (const [position, [, { elements }]] of found.entries()) {
    for (const [at, element] of elements.entries()) {
      data[(Math.floor(at / inner) * found.length + position) * inner + (at % inner)] = element
    }
  }
  const dims = axis === null ? [found.length] : x!.dims.map((size, each) => (each === axis ? found.length : size))
  return [
    values(x!.type, dims, data as Values['data']),
    int64Vector(found.map(([, { first }]) => first)),
    int64Vector(keys.map((key) => positions.get(key)!)),
    int64Vector(found.map(([, { size }]) => size)),
  ]
}

function compareSlices(a: readonly Comparable[], b: readonly Comparable[]): number {
  for (const [index, element] of a.entries()) {
    const order = ordered(element, b[index]!)
    if (order !== 0) return order
  }
  return 0
}

/** NonZero-13: one row for each axis, one column for each element that is not zero. */
const nonZero: Operator = ([x]) => {
  const source = x!.data
  const found: number[] = []
  for (let index = 0; index < source.length; index += 1) if (Number(source[index]) !== 0) found.push(index)
  const strides = stridesOf(x!.dims)
  const rows = strides.flatMap((stride, axis) => found.map((index) => Math.floor(index / stride) % x!.dims[axis]!))
  return [values('int64', [x!.dims.length, found.length], BigInt64Array.from(rows, BigInt))]
}

/** Order, running sums and the places of elements, up to ONNX's operator set 25. */
export const sorting: Family = {
  name: 'sorting and counting',
  operators: {
    CumSum: { since: 11, inputs: 2, evaluate: cumSum },
    NonZero: { since: 9, evaluate: nonZero },
    TopK: { since: 1, evaluate: topK },
    Unique: { since: 11, evaluate: unique },
  },
}
