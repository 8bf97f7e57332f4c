import { type DataType, numberToFloat16, type Tensor, type Tensors } from '@vitest-hardware/onnx-graph'
import type { Backend, OpenOptions } from '../backend.ts'
import { reference } from '../backends/reference.ts'
import { ModelLoadError, RunError } from '../errors.ts'
import type { KitContext, TestFramework } from './framework.ts'
import { floats, model, valuesOf } from './models.ts'

type Build = Parameters<typeof model>[0]

interface Sweep {
  readonly name: string
  readonly build: Build
  readonly feeds: Tensors
  /** Largest error beside the expected value's size: 0 where every step is exact. */
  readonly tolerance: number
  readonly options?: OpenOptions
}

/**
 * Answers that are compared with those of `reference`, which computes in float64 and shares no code with any runtime: where a case by hand
 * shows one place, a sweep shows shapes, axes, sizes and ranges. What a backend says that it does not have (`UnsupportedError`, an operator, a kernel) is a skip.
 */
export function sweepCases(backend: Backend, { describe, test, expect }: TestFramework): void {
  describe('as the float64 evaluator has it', () => {
    for (const { name, build, feeds, tolerance, options } of sweeps(backend)) {
      test(name, async (...given) => {
        const source = model(build)
        const outputs = await answersOf(backend, source, feeds, options, given[0])
        if (outputs === null) return
        const expected = await answersOf(reference, source, feeds, {}, undefined)
        for (const [output, right] of Object.entries(expected!)) {
          const actual = outputs[output]
          expect(actual?.type).toBe(right.type)
          expect([...(actual?.dims ?? [Number.NaN])]).toEqual([...right.dims])
          expect(arrayKind(actual!)).toBe(arrayKind(right))
          expect(worstError(actual!, right)).toBeLessThanOrEqual(tolerance)
        }
      })
    }
  })
}

async function answersOf(
  backend: Backend,
  source: ReturnType<typeof model>,
  feeds: Tensors,
  options: OpenOptions = {},
  skippable: KitContext | undefined,
): Promise<Tensors | null> {
  try {
    await using session = await backend.open(source, options)
    return await session.run(feeds)
  } catch (error) {
    const isMissing =
      (error instanceof ModelLoadError && (error.failure === 'missing-kernel' || error.failure === 'unknown-operator')) ||
      (error instanceof RunError && error.isUnsupported)
    if (!isMissing || skippable?.skip === undefined) throw error
    skippable.skip(error.reason)
    return null
  }
}

/** Kind of array that holds the elements; those of float16 come as bits or as numbers. */
function arrayKind({ type, data }: Tensor): string {
  return type === 'float16' ? 'float16' : String(Reflect.get(data, Symbol.toStringTag) ?? 'Array')
}

/** Largest difference, relative to the expected number where that is above one. */
function worstError(actual: Tensor, right: Tensor): number {
  const [values, expected] = [valuesOf(actual), valuesOf(right)]
  if (values.length !== expected.length) return Number.POSITIVE_INFINITY
  return expected.reduce<number>((worst, each, index) => {
    const value = values[index]!
    if (Object.is(each, value) || each === value) return worst
    const error = Math.abs(Number(value) - Number(each)) / Math.max(1, Math.abs(Number(each)))
    return Number.isNaN(error) ? Number.POSITIVE_INFINITY : Math.max(worst, error)
  }, 0)
}

function sweeps(backend: Backend): Sweep[] {
  return [...products, ...ranges, ...shapes, ...chains, ...types(backend)]
}

/** Small whole numbers, different from place to place: sums of their products are exact in every precision, and in every order. */
function whole(dims: readonly number[], seed: number): Tensor {
  const size = dims.reduce((product, dim) => product * dim, 1)
  return floats(dims, ...Array.from({ length: size }, (_, index) => ((index * 7 + seed * 5 + ((index / 11) | 0)) % 9) - 4))
}

/** From a millionth to a hundred, with both signs, and what stands at borders. */
const wide = [0, 1, -1, 6, 6.5, -6, 0.5, 7, 3.0000002, 65536.25, -70000].concat(
  Array.from({ length: 117 }, (_, index) => (index % 2 === 0 ? 1 : -1) * 10 ** (-6 + (index * 8) / 117)),
)

const productOf = (left: readonly number[], right: readonly number[]): Sweep => ({
  name: `MatMul of [${left.join(', ')}] and [${right.join(', ')}]`,
  build: (graph) => {
    const inputs = [graph.input('a', 'float32', left), graph.input('b', 'float32', right)]
    graph.output('y', graph.node('MatMul', inputs), 'float32', productDims(left, right))
  },
  feeds: { a: whole(left, 1), b: whole(right, 2) },
  tolerance: 0,
})

const products: readonly Sweep[] = [
  productOf([3, 129], [129, 5]),
  productOf([70, 300], [300, 150]),
  productOf([1, 1], [1, 1]),
  productOf([1, 513], [513, 1]),
  productOf([257, 2], [2, 259]),
  productOf([2, 1, 3, 4], [5, 4, 6]),
  productOf([5, 3, 4], [4, 2]),
  productOf([4], [4, 3]),
  productOf([2, 3], [3]),
  {
    name: 'MatMul of numbers beyond the range of float16',
    build: (graph) => {
      const inputs = [graph.input('a', 'float32', [2, 3]), graph.input('b', 'float32', [3, 2])]
      graph.output('y', graph.node('MatMul', inputs), 'float32', [2, 2])
    },
    feeds: { a: floats([2, 3], 65536, 0, 131072, -98304, 65536, 0), b: floats([3, 2], 2, 4, 8, 2, 1, -0.5) },
    tolerance: 0,
  },
]

const ranges: readonly Sweep[] = [
  {
    name: 'Relu, Mul, Add, Sub from a millionth to a hundred thousand',
    build: (graph) => {
      const [x, z] = [graph.input('x', 'float32', [wide.length]), graph.input('z', 'float32', [wide.length])]
      graph.output('relu', graph.node('Relu', [x]), 'float32', [wide.length])
      for (const operator of ['Add', 'Sub', 'Mul']) graph.output(operator, graph.node(operator, [x, z]), 'float32', [wide.length])
    },
    feeds: { x: floats([wide.length], ...wide), z: floats([wide.length], ...wide.toReversed()) },
    tolerance: 2 ** -23,
  },
  {
    name: 'every element of a tensor that is larger than 65,536',
    build: (graph) => {
      const x = graph.input('x', 'float32', [300, 301])
      graph.output('y', graph.node('Add', [x, graph.weight('w', whole([301], 3))]), 'float32', [300, 301])
      graph.output('z', graph.node('Mul', [graph.node('Relu', [x]), x]), 'float32', [300, 301])
    },
    feeds: { x: floats([300, 301], ...Array.from({ length: 300 * 301 }, (_, index) => ((index * 31) % 2003) - 1000)) },
    tolerance: 0,
  },
]

const shapes: readonly Sweep[] = [
  ...[0, 1, 2, -1, -2].map((axis): Sweep => ({
    name: `Softmax over axis ${axis}`,
    build: (graph) => graph.output('y', graph.node('Softmax', [graph.input('x', 'float32', [3, 4, 5])], { axis }), 'float32', [3, 4, 5]),
    feeds: { x: floats([3, 4, 5], ...Array.from({ length: 60 }, (_, index) => Math.sin(index * 1.7) * 4)) },
    tolerance: 4e-6,
  })),
  {
    name: 'dimensions of 1 stay where they are',
    build: (graph) => {
      for (const [index, dims] of [[2, 1, 1], [1, 2, 1], [1, 1, 1, 1], [1], [3, 1]].entries()) {
        const x = graph.input(`x${index}`, 'float32', dims)
        graph.output(`y${index}`, graph.node('Relu', [x]), 'float32', dims)
        graph.output(`size${index}`, graph.node('Size', [x]), 'int64', [])
      }
    },
    feeds: { x0: whole([2, 1, 1], 1), x1: whole([1, 2, 1], 2), x2: whole([1, 1, 1, 1], 3), x3: whole([1], 4), x4: whole([3, 1], 5) },
    tolerance: 0,
  },
  {
    name: 'a weight may stand left or right',
    build: (graph) => {
      const x = graph.input('x', 'float32', [3, 3])
      const w = graph.weight('w', whole([3, 3], 8))
      for (const operator of ['Sub', 'MatMul', 'Mul', 'Add']) {
        graph.output(`left${operator}`, graph.node(operator, [w, x]), 'float32', [3, 3])
        graph.output(`right${operator}`, graph.node(operator, [x, w]), 'float32', [3, 3])
      }
    },
    feeds: { x: whole([3, 3], 1) },
    tolerance: 0,
  },
]

/** Runs of operators that runtimes fuse. */
const chains: readonly Sweep[] = (['disabled', 'all'] as const).map((graphOptimizationLevel) => ({
  name: `chains that may be fused, optimization ${graphOptimizationLevel}`,
  build: (graph) => {
    const x = graph.input('x', 'float32', [4, 6])
    const [w, b] = [graph.weight('w', whole([6, 6], 1)), graph.weight('b', whole([6], 2))]
    const product = graph.node('MatMul', [x, w])
    graph.output('addRelu', graph.node('Relu', [graph.node('Add', [x, b])]), 'float32', [4, 6])
    graph.output('matmulRelu', graph.node('Relu', [graph.node('MatMul', [x, graph.weight('v', whole([6, 6], 3))])]), 'float32', [4, 6])
    graph.output('gemmRelu', graph.node('Relu', [graph.node('Add', [product, b])]), 'float32', [4, 6])
    graph.output('biasLeft', graph.node('Add', [b, product]), 'float32', [4, 6])
    graph.output('addAdd', graph.node('Add', [graph.node('Add', [x, b]), b]), 'float32', [4, 6])
    graph.output('mulAdd', graph.node('Add', [graph.node('Mul', [x, b]), x]), 'float32', [4, 6])
    graph.output('reluRelu', graph.node('Relu', [graph.node('Sub', [b, graph.node('Relu', [x])])]), 'float32', [4, 6])
    graph.output('matmulMatmul', graph.node('MatMul', [graph.node('MatMul', [x, w]), w]), 'float32', [4, 6])
  },
  feeds: { x: whole([4, 6], 4) },
  tolerance: 0,
  options: { graphOptimizationLevel },
}))

/** Sums of two inputs in every type that crosses the border, where the backend computes in it. */
function types(backend: Backend): Sweep[] {
  return (['float16', 'float64', 'int32', 'int64'] as const)
    .filter((type) => backend.capabilities.dtypes.has(type))
    .map((type) => ({
      name: `Add, Sub and Mul in ${type}`,
      build: (graph) => {
        const [a, b] = [graph.input('a', type, [2, 3]), graph.input('b', type, [3])]
        for (const operator of ['Add', 'Sub', 'Mul']) graph.output(operator, graph.node(operator, [a, b]), type, [2, 3])
      },
      feeds: { a: typed(type, [2, 3], [3, -7, 100, 0, 12, -1]), b: typed(type, [3], [5, -2, 9]) },
      tolerance: 0,
    }))
}

function typed(type: DataType, dims: readonly number[], values: readonly number[]): Tensor {
  switch (type) {
    case 'float16':
      return { type, dims, data: Uint16Array.from(values, numberToFloat16) }
    case 'float64':
      return { type, dims, data: Float64Array.from(values) }
    case 'int32':
      return { type, dims, data: Int32Array.from(values) }
    case 'int64':
      return { type, dims, data: BigInt64Array.from(values, BigInt) }
    default:
      throw new RangeError(`no sweep has elements of ${type}`)
  }
}

/** Shape of a product, as numpy.matmul has it. */
function productDims(left: readonly number[], right: readonly number[]): number[] {
  if (left.length === 1) return right.toSpliced(right.length - 2, 1)
  if (right.length === 1) return left.slice(0, -1)
  const batch = Math.max(left.length, right.length) - 2
  const outer = Array.from({ length: batch }, (_, axis) =>
    Math.max(left[axis - batch + left.length - 2] ?? 1, right[axis - batch + right.length - 2] ?? 1),
  )
  return [...outer, left.at(-2)!, right.at(-1)!]
}
