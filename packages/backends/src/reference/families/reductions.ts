import { isBig, isFloat, wrapInteger } from '../integers.ts'
import type { BigData, ClaimedOperator, Family, NodeContext, NumberData, Values } from '../operator.ts'
import { dimsText, normalizeAxis, offsetsOf, sizeOf, stridesOf } from '../shapes.ts'
import { emptyData, numberList, numbersOf, values } from '../values.ts'
import { type ReductionKernel, reductionKernels } from './reduction-kernels.ts'

/** The axes are an input since version 13 of ReduceSum and version 18 of the others, and an attribute before. */
function reduction(kernel: ReductionKernel, axesAreInputSince: number): ClaimedOperator {
  return {
    since: 1,
    evaluate: ([x, axesInput], node) => {
      const given = node.opset < axesAreInputSince ? node.ints('axes', []) : axesInput === undefined ? [] : numberList(axesInput)
      if (given.length === 0 && node.int('noop_with_empty_axes', 0) === 1) return [withoutAxes(x!, kernel)]
      const axes = given.length === 0 ? x!.dims.map((_, axis) => axis) : given.map((axis) => axisOf(axis, x!, node))
      return [reduce(x!, new Set(axes), node.int('keepdims', 1) === 1, kernel)]
    },
  }
}

function axisOf(axis: number, x: Values, node: NodeContext): number {
  return normalizeAxis(axis, x.dims.length) ?? node.fail(`the axis ${axis} is not one of ${dimsText(x.dims)}`, 0)
}

/** With no axes to reduce, what the operator does to single elements stays (ReduceSumSquare-18: "noop_with_empty_axes"). */
function withoutAxes(x: Values, kernel: ReductionKernel): Values {
  return reduce(x, new Set(), true, kernel)
}

export function reduce(x: Values, axes: ReadonlySet<number>, keepsDims: boolean, kernel: ReductionKernel): Values {
  const strides = stridesOf(x.dims)
  const pick = (isReduced: boolean): { dims: number[]; strides: number[] } => {
    const chosen = x.dims.map((_, axis) => axis).filter((axis) => axes.has(axis) === isReduced)
    return { dims: chosen.map((axis) => x.dims[axis]!), strides: chosen.map((axis) => strides[axis]!) }
  }
  const kept = pick(false)
  const reduced = pick(true)
  const bases = offsetsOf(kept.dims, kept.strides)
  const offsets = offsetsOf(reduced.dims, reduced.strides)
  const dims = keepsDims ? x.dims.map((size, axis) => (axes.has(axis) ? 1 : size)) : kept.dims
  if (isBig(x.type) && kernel.bigs !== undefined) {
    const data = emptyData(x.type, bases.length) as BigData
    for (let index = 0; index < bases.length; index += 1) data[index] = kernel.bigs(x.data as BigData, bases[index]!, offsets)
    return values(x.type, dims, data)
  }
  const source = numbersOf(x)
  const data = new Float64Array(bases.length)
  // of no booleans the largest is false and the least true: an infinity is neither
  const bounded = (value: number): number => (x.type === 'bool' ? Math.max(0, Math.min(1, value)) : value)
  for (let index = 0; index < bases.length; index += 1) data[index] = bounded(kernel.numbers(source, bases[index]!, offsets))
  return values(x.type, dims, fitted(x.type, data))
}

function fitted(type: Values['type'], data: NumberData): Values['data'] {
  if (isFloat(type)) return data
  if (type === 'int64') return BigInt64Array.from(data, (value) => BigInt(Math.trunc(value)))
  if (type === 'uint64') return BigUint64Array.from(data, (value) => BigInt(Math.trunc(value)))
  const wrap = wrapInteger(type)
  return data.map((value) => wrap(Math.trunc(value)))
}

/** ArgMax-13 and ArgMin-13: the first of equals, or the last with `select_last_index`. */
function argument(isBetter: (a: number | bigint, b: number | bigint) => boolean): ClaimedOperator {
  return {
    since: 1,
    evaluate: ([x], node) => {
      const axis = axisOf(node.int('axis', 0), x!, node)
      const last = node.int('select_last_index', 0) === 1
      const [length, inner] = [x!.dims[axis]!, sizeOf(x!.dims, axis + 1)]
      const outer = sizeOf(x!.dims, 0, axis)
      if (length === 0) return node.fail('has no elements along the axis', 0)
      const source = x!.data as NumberData
      const data = new BigInt64Array(outer * inner)
      for (let line = 0; line < data.length; line += 1) {
        const start = Math.floor(line / inner) * length * inner + (line % inner)
        let best = 0
        for (let index = 1; index < length; index += 1) {
          const [challenger, holder] = [source[start + index * inner]!, source[start + best * inner]!]
          if (isBetter(challenger, holder) || (last && challenger === holder)) best = index
        }
        data[line] = BigInt(best)
      }
      const keepsDims = node.int('keepdims', 1) === 1
      const dims = x!.dims.flatMap((size, each) => (each === axis ? (keepsDims ? [1] : []) : [size]))
      return [values('int64', dims, data)]
    },
  }
}

const operators = Object.fromEntries(
  Object.entries(reductionKernels).map(([name, kernel]) => [name, reduction(kernel, name === 'ReduceSum' ? 13 : 18)]),
)

/** Reductions, up to ONNX's operator set 25. */
export const reductions: Family = {
  name: 'reductions',
  operators: { ...operators, ArgMax: argument((a, b) => a > b), ArgMin: argument((a, b) => a < b) },
}
