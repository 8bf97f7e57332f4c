import fc from 'fast-check'
import type { NodeCase } from './agreement.ts'
import { kinds, tensorOf } from './elementwise-cases.ts'
import { int64s, randomBooleans, randomFloats } from './random-tensor.ts'

const seeds = fc.nat(1_000_000)
const shape = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 })

/** The numbers from 0 to `count` − 1 in an order that the seed chooses. */
function shuffled(count: number, seed: number): number[] {
  return Array.from({ length: count }, (_, index) => ({ index, key: Math.imul(seed + index + 1, 2_654_435_761) >>> 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ index }) => index)
}

export const transposeCases: fc.Arbitrary<NodeCase> = fc.tuple(shape, kinds, fc.boolean(), seeds).map(([dims, kind, given, seed]) => ({
  operator: 'Transpose',
  opset: 13,
  attributes: given ? { perm: shuffled(dims.length, seed) } : {},
  inputs: [tensorOf(kind, dims, seed, -9, 9)],
}))

/** Zeros copy sizes, one size may be left open. */
export const reshapeCases: fc.Arbitrary<NodeCase> = fc.tuple(shape, fc.nat(3), seeds).map(([dims, form, seed]) => {
  const wanted = [[...dims].reverse(), [...dims.slice(0, -1).map(() => 0), -1], [-1], [1, ...dims]][form]!
  return { operator: 'Reshape', opset: 14, inputs: [randomFloats(dims, seed), int64s(wanted)] }
})

export const flattenCases: fc.Arbitrary<NodeCase> = fc
  .tuple(shape, fc.integer({ min: -4, max: 4 }), seeds)
  .filter(([dims, axis]) => axis >= -dims.length && axis <= dims.length)
  .map(([dims, axis, seed]) => ({ operator: 'Flatten', opset: 13, attributes: { axis }, inputs: [randomFloats(dims, seed)] }))

export const squeezeCases: fc.Arbitrary<NodeCase> = fc
  .tuple(shape, fc.boolean(), fc.constantFrom(11, 13), seeds)
  .map(([sizes, given, opset, seed]) => {
    const dims = [1, ...sizes, 1]
    const axes = given ? [0, -1] : []
    const isInput = opset >= 13
    return {
      operator: 'Squeeze',
      opset,
      attributes: given && !isInput ? { axes } : {},
      inputs: [randomFloats(dims, seed), ...(given && isInput ? [int64s(axes)] : [])],
    }
  })

export const unsqueezeCases: fc.Arbitrary<NodeCase> = fc
  .tuple(shape, fc.constantFrom([0], [-1], [1, 0], [-2, 0]), fc.constantFrom(11, 13), seeds)
  .map(([dims, axes, opset, seed]) => ({
    operator: 'Unsqueeze',
    opset,
    attributes: opset < 13 ? { axes } : {},
    inputs: [randomFloats(dims, seed), ...(opset < 13 ? [] : [int64s(axes)])],
  }))

export const expandCases: fc.Arbitrary<NodeCase> = fc.tuple(shape, fc.nat(15), fc.nat(2), seeds).map(([dims, ones, more, seed]) => {
  const from = dims.map((size, axis) => (((ones >> axis) & 1) === 1 ? 1 : size))
  const to = [...Array.from({ length: more }, () => 2), ...dims.map((size, axis) => (axis % 2 === 0 && from[axis] === size ? 1 : size))]
  return { operator: 'Expand', opset: 13, inputs: [randomFloats(from, seed), int64s(to)] }
})

export const tileCases: fc.Arbitrary<NodeCase> = fc.tuple(shape, kinds, seeds).map(([dims, kind, seed]) => ({
  operator: 'Tile',
  opset: 13,
  inputs: [tensorOf(kind, dims, seed, -9, 9), int64s(dims.map((_, axis) => ((seed >> (2 * axis)) & 3) % 3))],
}))

export const blockCases: fc.Arbitrary<NodeCase> = fc
  .record({
    depth: fc.constantFrom('DCR', 'CRD', null),
    n: fc.integer({ min: 1, max: 2 }),
    c: fc.integer({ min: 1, max: 3 }),
    block: fc.integer({ min: 1, max: 3 }),
    seed: seeds,
  })
  .map(({ depth, n, c, block, seed }) =>
    depth === null
      ? {
          operator: 'SpaceToDepth',
          opset: 13,
          attributes: { blocksize: block },
          inputs: [randomFloats([n, c, 2 * block, 3 * block], seed)],
        }
      : {
          operator: 'DepthToSpace',
          opset: 13,
          attributes: { blocksize: block, mode: depth },
          inputs: [randomFloats([n, c * block ** 2, 2, 3], seed)],
        },
  )

export const concatCases: fc.Arbitrary<NodeCase> = fc
  .tuple(shape, fc.nat(3), kinds, fc.integer({ min: 1, max: 3 }), seeds)
  .map(([dims, at, kind, count, seed]) => {
    const axis = at % dims.length
    const parts = Array.from({ length: count }, (_, index) => dims.map((size, each) => (each === axis ? size + index : size)))
    return {
      operator: 'Concat',
      opset: 13,
      attributes: { axis: axis - (seed % 2) * dims.length },
      inputs: parts.map((part, index) => tensorOf(kind, part, seed + index, -9, 9)),
    }
  })

export const splitCases: fc.Arbitrary<NodeCase> = fc
  .tuple(shape, fc.nat(3), fc.constantFrom(11, 13, 18), fc.boolean(), seeds)
  .map(([dims, at, opset, given, seed]) => {
    const axis = at % dims.length
    const wide = dims.map((size, each) => (each === axis ? 5 : size))
    if (given) {
      const sizes = [2, 0, 3]
      return {
        operator: 'Split',
        opset,
        outputs: 3,
        attributes: { axis, ...(opset < 13 ? { split: sizes } : {}) },
        inputs: [randomFloats(wide, seed), ...(opset < 13 ? [] : [int64s(sizes)])],
      }
    }
    const even = dims.map((size, each) => (each === axis ? (opset < 18 ? 4 : 3) : size))
    return {
      operator: 'Split',
      opset,
      outputs: 2,
      attributes: { axis, ...(opset < 18 ? {} : { num_outputs: 2 }) },
      inputs: [randomFloats(even, seed)],
    }
  })

export const sliceCases: fc.Arbitrary<NodeCase> = fc
  .record({
    shape,
    from: fc.integer({ min: -6, max: 6 }),
    to: fc.constantFrom(-2_147_483_647, -5, -2, -1, 0, 1, 2, 3, 9, 2_147_483_647),
    step: fc.constantFrom(-3, -2, -1, 1, 2, 3),
    axis: fc.nat(3),
    kind: kinds,
    seed: seeds,
  })
  // backwards to the largest integer is empty in numpy; ONNX Runtime takes it for the smallest
  .filter(({ to, step }) => step > 0 || to !== 2_147_483_647)
  .map(({ shape: dims, from, to, step, axis, kind, seed }) => ({
    operator: 'Slice',
    opset: 13,
    inputs: [
      tensorOf(kind, dims, seed, -9, 9),
      int64s([from]),
      int64s([to]),
      int64s([(axis % dims.length) - (seed % 2) * dims.length]),
      int64s([step]),
    ],
  }))

export const padCases: fc.Arbitrary<NodeCase> = fc
  .record({
    shape: fc.array(fc.integer({ min: 3, max: 5 }), { minLength: 1, maxLength: 3 }),
    mode: fc.constantFrom('constant', 'edge', 'reflect', 'wrap'),
    pads: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 6, maxLength: 6 }),
    value: fc.boolean(),
    seed: seeds,
  })
  .map(({ shape: dims, mode, pads, value, seed }) => ({
    operator: 'Pad',
    opset: mode === 'wrap' ? 19 : 13,
    attributes: { mode },
    inputs: [
      randomFloats(dims, seed),
      int64s(pads.slice(0, 2 * dims.length)),
      ...(value && mode === 'constant' ? [randomFloats([], seed + 1)] : []),
    ],
  }))

/** Negative pads cut. */
export const cropCases: fc.Arbitrary<NodeCase> = fc
  .tuple(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -2, max: 2 }), seeds)
  .map(([before, after, seed]) => ({
    operator: 'Pad',
    opset: 18,
    inputs: [randomFloats([2, 5, 3], seed), int64s([before, after]), null, int64s([1])],
  }))

export const triluCases: fc.Arbitrary<NodeCase> = fc
  .tuple(shape, fc.integer({ min: -4, max: 4 }), fc.boolean(), fc.boolean(), seeds)
  .map(([dims, k, upper, given, seed]) => ({
    operator: 'Trilu',
    opset: 14,
    attributes: { upper: Number(upper) },
    inputs: [randomFloats([3, ...dims], seed), ...(given ? [int64s([k], [])] : [])],
  }))

export const compressCases: fc.Arbitrary<NodeCase> = fc.tuple(shape, fc.option(fc.nat(3)), seeds).map(([dims, at, seed]) => {
  const axis = at === null ? null : at % dims.length
  const length = axis === null ? 3 : dims[axis]!
  return {
    operator: 'Compress',
    opset: 11,
    attributes: axis === null ? {} : { axis },
    inputs: [randomFloats([...dims, 3], seed), randomBooleans([length], seed + 1, 0.6)],
  }
})

export const reverseSequenceCases: fc.Arbitrary<NodeCase> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.boolean(), seeds)
  .map(([time, batch, timeFirst, seed]) => ({
    operator: 'ReverseSequence',
    opset: 10,
    attributes: timeFirst ? { time_axis: 0, batch_axis: 1 } : { time_axis: 1, batch_axis: 0 },
    inputs: [
      randomFloats(timeFirst ? [time, batch, 2] : [batch, time, 2], seed),
      int64s(Array.from({ length: batch }, (_, index) => 1 + ((seed + index) % time))),
    ],
  }))
