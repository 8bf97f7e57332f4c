import { elementCount, type Tensor, toNumbers } from '@vitest-hardware/onnx-graph'
import { resolveTolerance, type Tolerance, type ToleranceOptions } from './tolerance.ts'

/** Where one element differs. */
export interface Difference {
  /** Row-major position. */
  readonly position: number
  /** One index per dimension. */
  readonly index: readonly number[]
  readonly actual: number | bigint | string
  readonly expected: number | bigint | string
  /** |actual − expected|, or that divided by |expected|; NaN for strings and where only one of the two is finite. */
  readonly error: number
}

/** Two tensors of one type and shape, element by element. */
export interface TensorComparison {
  readonly elements: number
  /** Elements beyond the tolerance. */
  readonly differing: number
  readonly tolerance: Tolerance
  readonly first: Difference | null
  /** Largest finite errors over all elements, also those within the tolerance; null where there is none. Relative to expected numbers other than 0. */
  readonly largestAbsolute: Difference | null
  readonly largestRelative: Difference | null
  /** Elements where only one of the two is finite, or both are not and differ. */
  readonly nonFinite: number
  readonly firstNonFinite: Difference | null
}

type Numeric = ArrayLike<number>

/**
 * NaN equals NaN and an infinity equals itself; any other pair with a NaN or an infinity differs at every tolerance.
 * The caller has checked that types and shapes are equal.
 */
export function compareTensors(actual: Tensor, expected: Tensor, options: ToleranceOptions): TensorComparison {
  const { type, dims } = expected
  if (type === 'string') return compareEach(actual.data as readonly string[], expected.data as readonly string[], dims)
  if (type === 'int64' || type === 'uint64') {
    return compareBigInts(actual.data as BigInt64Array, expected.data as BigInt64Array, dims, resolveTolerance(type, options, 0))
  }
  const values = numbersOf(expected)
  return compareNumbers(numbersOf(actual), values, dims, resolveTolerance(type, options, scaleOf(values)))
}

/** The elements as numbers, without a copy where an array holds them as such. */
function numbersOf(tensor: Tensor): Numeric {
  switch (tensor.type) {
    case 'float16':
      return tensor.data instanceof Uint16Array ? halves(tensor) : (tensor.data as Float16Array)
    case 'bfloat16':
    case 'int4':
    case 'uint4':
      return toNumbers(tensor)
    default:
      return tensor.data as Float32Array
  }
}

function halves(tensor: Tensor): Numeric {
  // Node 22 has no Float16Array
  if (typeof Float16Array === 'undefined') return toNumbers(tensor)
  const { buffer, byteOffset, length } = tensor.data as Uint16Array<ArrayBuffer>
  return new Float16Array(buffer, byteOffset, length)
}

/** Largest finite magnitude, or 1 as soon as one reaches it. */
function scaleOf(values: Numeric): number {
  let scale = 0
  for (let position = 0; position < values.length; position++) {
    const magnitude = Math.abs(values[position]!)
    if (magnitude > scale && magnitude < Number.POSITIVE_INFINITY) {
      if (magnitude >= 1) return 1
      scale = magnitude
    }
  }
  return scale
}

function compareNumbers(actual: Numeric, expected: Numeric, dims: readonly number[], tolerance: Tolerance): TensorComparison {
  const { atol, rtol } = tolerance
  let differing = 0
  let first = -1
  let absoluteAt = -1
  let absolute = 0
  let relativeAt = -1
  let relative = 0
  let nonFiniteAt = -1
  let nonFinite = 0
  for (let position = 0; position < expected.length; position++) {
    const a = actual[position]!
    const e = expected[position]!
    if (a === e || (a !== a && e !== e)) continue
    const error = Math.abs(a - e)
    if (!(error < Number.POSITIVE_INFINITY)) {
      // a NaN or an infinity on one side: no tolerance covers it
      if (first < 0) first = position
      if (nonFiniteAt < 0) nonFiniteAt = position
      nonFinite++
      differing++
      continue
    }
    const magnitude = Math.abs(e)
    if (error > absolute) {
      absolute = error
      absoluteAt = position
    }
    if (error > relative * magnitude && magnitude > 0) {
      relative = error / magnitude
      relativeAt = position
    }
    if (error <= atol + rtol * magnitude) continue
    if (first < 0) first = position
    differing++
  }
  const at = (position: number, error: number): Difference | null =>
    position < 0 ? null : { position, index: indexOf(position, dims), actual: actual[position]!, expected: expected[position]!, error }
  return {
    elements: expected.length,
    differing,
    tolerance,
    first: at(first, first === nonFiniteAt ? Number.NaN : Math.abs(actual[first]! - expected[first]!)),
    largestAbsolute: at(absoluteAt, absolute),
    largestRelative: at(relativeAt, relative),
    nonFinite,
    firstNonFinite: at(nonFiniteAt, Number.NaN),
  }
}

function compareBigInts(
  actual: BigInt64Array | BigUint64Array,
  expected: BigInt64Array | BigUint64Array,
  dims: readonly number[],
  tolerance: Tolerance,
): TensorComparison {
  let differing = 0
  let first: Difference | null = null
  let absolute: Difference | null = null
  let relative: Difference | null = null
  for (let position = 0; position < expected.length; position++) {
    const a = actual[position]!
    const e = expected[position]!
    if (a === e) continue
    const error = Number(a > e ? a - e : e - a)
    const magnitude = Math.abs(Number(e))
    const share = error / magnitude
    const found = { position, index: indexOf(position, dims), actual: a, expected: e }
    if (absolute === null || error > absolute.error) absolute = { ...found, error }
    if (magnitude > 0 && (relative === null || share > relative.error)) relative = { ...found, error: share }
    if (error <= tolerance.atol + tolerance.rtol * magnitude) continue
    first ??= { ...found, error }
    differing++
  }
  return {
    elements: expected.length,
    differing,
    tolerance,
    first,
    largestAbsolute: absolute,
    largestRelative: relative,
    nonFinite: 0,
    firstNonFinite: null,
  }
}

function compareEach(actual: readonly string[], expected: readonly string[], dims: readonly number[]): TensorComparison {
  const wrong = expected.flatMap((text, position) => (actual[position] === text ? [] : [position]))
  const position = wrong[0]
  const first =
    position === undefined
      ? null
      : { position, index: indexOf(position, dims), actual: actual[position]!, expected: expected[position]!, error: Number.NaN }
  const tolerance = { atol: 0, rtol: 0 }
  return {
    elements: elementCount(dims),
    differing: wrong.length,
    tolerance,
    first,
    largestAbsolute: null,
    largestRelative: null,
    nonFinite: 0,
    firstNonFinite: null,
  }
}

/** Row-major position → one index per dimension. */
function indexOf(position: number, dims: readonly number[]): number[] {
  let rest = position
  return dims
    .toReversed()
    .map((size) => {
      const index = rest % size
      rest = Math.floor(rest / size)
      return index
    })
    .reverse()
}
