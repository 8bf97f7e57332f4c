import { integerRange, isFloat } from '../integers.ts'
import type { Family, NodeContext, Operator, Values } from '../operator.ts'
import { sizeOf, stridesOf } from '../shapes.ts'
import { dataFromNumbers, numbersOf, values } from '../values.ts'
import { checkRank, required } from './input-checks.ts'
import { maxRoiPool } from './pooling/max-roi-pool.ts'
import { maxUnpool } from './pooling/max-unpool.ts'
import { maxPool, sumPool } from './pooling/reduce-windows.ts'
import { roiAlign } from './pooling/roi-align.ts'
import { type WindowMembers, windowMembers } from './pooling/window-members.ts'
import { kernelShape, windowAttributes, type WindowAxis, windowAxes } from './window/axis.ts'

interface Pooling {
  readonly x: Values
  readonly maps: number
  readonly mapSize: number
  readonly axes: readonly WindowAxis[]
  readonly windows: WindowMembers
  readonly dims: readonly number[]
}

function poolingOf(inputs: readonly (Values | undefined)[], node: NodeContext): Pooling {
  const x = required(inputs, 0, node)
  checkRank(node, x, 0, 3, true)
  const ceil = node.int('ceil_mode', 0) !== 0
  const axes = windowAxes(node, x.dims.slice(2), windowAttributes(node, kernelShape(node)), ceil)
  return {
    x,
    maps: sizeOf(x.dims, 0, 2),
    mapSize: sizeOf(x.dims, 2),
    axes,
    windows: windowMembers(axes),
    dims: [...x.dims.slice(0, 2), ...axes.map((axis) => axis.output)],
  }
}

/** ONNX MaxPool-22. `Indices` count elements of the whole tensor, along columns first within a channel where `storage_order` is 1. */
const maxPoolOperator: Operator = (inputs, node) => {
  const { x, maps, mapSize, axes, windows, dims } = poolingOf(inputs, node)
  const lowest = isFloat(x.type) ? Number.NEGATIVE_INFINITY : integerRange(x.type).min
  const positions = node.hasOutput(1) ? new Float64Array(maps * windows.places) : null
  const y = values(x.type, dims, maxPool(numbersOf(x), maps, mapSize, windows, lowest, positions))
  if (positions === null) return [y]
  const spatial = axes.map((axis) => axis.input)
  const columnMajor = node.int('storage_order', 0) === 1
  const indices = BigInt64Array.from(positions, (position, element) => {
    const within = columnMajor && position >= 0 ? columnMajorOffset(position, spatial) : position
    return BigInt(Math.floor(element / windows.places) * mapSize + within)
  })
  return [y, values('int64', dims, indices)]
}

function columnMajorOffset(offset: number, spatial: readonly number[]): number {
  const strides = stridesOf(spatial)
  let rest = offset
  let result = 0
  let size = 1
  for (const [axis, dim] of spatial.entries()) {
    const index = Math.floor(rest / strides[axis]!)
    rest -= index * strides[axis]!
    result += index * size
    size *= dim
  }
  return result
}

/** ONNX AveragePool-22: padding counts where `count_include_pad` is set, what `ceil_mode` adds beyond it never does. */
const averagePool: Operator = (inputs, node) => {
  const { x, maps, mapSize, windows, dims } = poolingOf(inputs, node)
  const includePadding = node.int('count_include_pad', 0) !== 0
  const average = (sum: number, count: number, place: number): number => sum / (includePadding ? windows.withPadding[place]! : count)
  return [
    values(
      x.type,
      dims,
      sumPool(numbersOf(x), maps, mapSize, windows, (value) => value, average),
    ),
  ]
}

/** ONNX LpPool-22: `(Σ |x|^p)^(1/p)`. */
const lpPool: Operator = (inputs, node) => {
  const { x, maps, mapSize, windows, dims } = poolingOf(inputs, node)
  const p = exponent(node)
  const root = (sum: number): number => sum ** (1 / p)
  return [
    values(
      x.type,
      dims,
      sumPool(numbersOf(x), maps, mapSize, windows, (value) => Math.abs(value) ** p, root),
    ),
  ]
}

/** `p` was a float in version 1 of the Lp operators and is an integer since. */
function exponent(node: NodeContext): number {
  const p = node.opset < 2 ? node.float('p', 2) : node.int('p', 2)
  if (!(p > 0)) node.fail(`p is ${p}, and a positive number is needed`)
  return p
}

/** Reduces all spatial axes of `[batch, channels, ...spatial]` (ONNX GlobalAveragePool-22, GlobalMaxPool-22, GlobalLpPool-22). */
function globalPool(reduce: (node: NodeContext) => (channel: Float64Array) => number): Operator {
  return (inputs, node) => {
    const x = required(inputs, 0, node)
    checkRank(node, x, 0, 2, true)
    const size = sizeOf(x.dims, 2)
    const numbers = numbersOf(x)
    const of = reduce(node)
    const maps = sizeOf(x.dims, 0, 2)
    const result = Float64Array.from({ length: maps }, (_, map) => of(numbers.subarray(map * size, (map + 1) * size)))
    const dims = x.dims.map((dim, axis) => (axis < 2 ? dim : 1))
    return [values(x.type, dims, dataFromNumbers(x.type, result))]
  }
}

const globalAverage = globalPool(() => (channel) => channel.reduce((sum, value) => sum + value, 0) / channel.length)
const globalMax = globalPool(() => (channel) => channel.reduce((best, value) => Math.max(best, value), Number.NEGATIVE_INFINITY))
const globalLp = globalPool((node) => {
  const p = exponent(node)
  return (channel) => channel.reduce((sum, value) => sum + Math.abs(value) ** p, 0) ** (1 / p)
})

export const pooling: Family = {
  name: 'pooling',
  operators: {
    MaxPool: { since: 1, evaluate: maxPoolOperator },
    AveragePool: { since: 1, evaluate: averagePool },
    LpPool: { since: 2, evaluate: lpPool },
    GlobalAveragePool: { since: 1, evaluate: globalAverage },
    GlobalMaxPool: { since: 1, evaluate: globalMax },
    GlobalLpPool: { since: 1, evaluate: globalLp },
    MaxRoiPool: { since: 1, inputs: 2, evaluate: maxRoiPool },
    MaxUnpool: { since: 9, inputs: 2, evaluate: maxUnpool },
    RoiAlign: { since: 10, inputs: 3, evaluate: roiAlign },
  },
}
