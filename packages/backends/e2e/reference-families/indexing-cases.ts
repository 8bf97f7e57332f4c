import { elementCount, type Tensor } from '@vitest-hardware/onnx-graph'
import fc from 'fast-check'
import type { NodeCase } from './agreement.ts'
import { kinds, tensorOf } from './elementwise-cases.ts'
import { int64s, randomFloats, randomNumbers } from './random-tensor.ts'

const seeds = fc.nat(1_000_000)
const shape = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 })

/** Indexes into an axis, counted from both ends. */
function indexes(dims: readonly number[], size: number, seed: number): Tensor {
  const next = randomNumbers(seed)
  return int64s(
    Array.from({ length: elementCount(dims) }, () => Math.floor(next() * 2 * size) - size),
    dims,
  )
}

/** Different indexes in each line along the last axis but one, so that the order of writing does not matter. */
function distinct(dims: readonly number[], axis: number, size: number, seed: number): Tensor {
  const inner = elementCount(dims.slice(axis + 1))
  return int64s(
    Array.from({ length: elementCount(dims) }, (_, element) => ((Math.floor(element / inner) % dims[axis]!) + seed) % size),
    dims,
  )
}

export const gatherCases: fc.Arbitrary<NodeCase> = fc
  .record({ shape, picked: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 2 }), at: fc.nat(3), kind: kinds, seed: seeds })
  .map(({ shape: dims, picked, at, kind, seed }) => {
    const axis = at % dims.length
    return {
      operator: 'Gather',
      opset: 13,
      attributes: { axis: axis - (seed % 2) * dims.length },
      inputs: [tensorOf(kind, dims, seed, -9, 9), indexes(picked, dims[axis]!, seed + 1)],
    }
  })

export const gatherElementsCases: fc.Arbitrary<NodeCase> = fc
  .record({ shape, length: fc.integer({ min: 1, max: 5 }), at: fc.nat(3), kind: kinds, seed: seeds })
  .map(({ shape: dims, length, at, kind, seed }) => {
    const axis = at % dims.length
    const picked = dims.map((size, each) => (each === axis ? length : size))
    return {
      operator: 'GatherElements',
      opset: 13,
      attributes: { axis },
      inputs: [tensorOf(kind, dims, seed, -9, 9), indexes(picked, dims[axis]!, seed + 1)],
    }
  })

export const gatherNdCases: fc.Arbitrary<NodeCase> = fc
  .record({ batch: fc.nat(1), depth: fc.integer({ min: 1, max: 2 }), tuples: fc.integer({ min: 1, max: 3 }), seed: seeds })
  .map(({ batch, depth, tuples, seed }) => ({
    operator: 'GatherND',
    opset: 13,
    attributes: { batch_dims: batch },
    inputs: [randomFloats([2, 3, 3, 2], seed), indexes([...(batch === 1 ? [2] : []), tuples, depth], 2, seed + 1)],
  }))

const reductions = fc.constantFrom('none', 'add', 'mul', 'max', 'min')

export const scatterElementsCases: fc.Arbitrary<NodeCase> = fc
  .record({ shape, at: fc.nat(3), reduction: reductions, kind: kinds, seed: seeds })
  .map(({ shape: dims, at, reduction, kind, seed }) => {
    const axis = at % dims.length
    return {
      operator: 'ScatterElements',
      opset: 18,
      attributes: { axis, reduction },
      inputs: [tensorOf(kind, dims, seed, -9, 9), distinct(dims, axis, dims[axis]!, seed), tensorOf(kind, dims, seed + 2, -9, 9)],
    }
  })

export const scatterNdCases: fc.Arbitrary<NodeCase> = fc
  .record({ depth: fc.integer({ min: 1, max: 3 }), reduction: reductions, seed: seeds })
  .map(({ depth, reduction, seed }) => {
    const dims = [3, 3, 3]
    const tuples = Array.from({ length: 3 }, (_, row) => Array.from({ length: depth }, (_, position) => (row + position * seed) % 3))
    return {
      operator: 'ScatterND',
      opset: 18,
      attributes: { reduction },
      inputs: [randomFloats(dims, seed), int64s(tuples.flat(), [3, depth]), randomFloats([3, ...dims.slice(depth)], seed + 1)],
    }
  })

export const oneHotCases: fc.Arbitrary<NodeCase> = fc
  .record({ shape, depth: fc.integer({ min: 1, max: 4 }), at: fc.integer({ min: -4, max: 3 }), seed: seeds })
  .filter(({ shape: dims, at }) => at >= -dims.length - 1 && at <= dims.length)
  .map(({ shape: dims, depth, at, seed }) => ({
    operator: 'OneHot',
    opset: 11,
    attributes: { axis: at },
    inputs: [indexes(dims, depth, seed), int64s([depth], []), randomFloats([2], seed)],
  }))

export const rangeCases: fc.Arbitrary<NodeCase> = fc
  .tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }), fc.constantFrom(-3, -1, 1, 2))
  .map((numbers) => ({ operator: 'Range', opset: 11, inputs: numbers.map((number) => int64s([number], [])) }))

export const shapeCases: fc.Arbitrary<NodeCase> = fc
  .tuple(shape, fc.integer({ min: -4, max: 4 }), fc.integer({ min: -4, max: 4 }), seeds)
  .map(([dims, start, end, seed]) => ({ operator: 'Shape', opset: 15, attributes: { start, end }, inputs: [randomFloats(dims, seed)] }))

export const eyeCases: fc.Arbitrary<NodeCase> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: -3, max: 3 }), seeds)
  .map(([rows, columns, k, seed]) => ({
    operator: 'EyeLike',
    opset: 9,
    attributes: { k, dtype: 7 },
    inputs: [randomFloats([rows, columns], seed)],
  }))

/** ONNX's numbers of float32, uint8, int8, int32, int64, bool, float16, float64 and string. */
const targets = fc.constantFrom(1, 2, 3, 6, 7, 9, 10, 11)
export const castCases: fc.Arbitrary<NodeCase> = fc
  .tuple(targets, kinds, shape, seeds)
  .map(([to, kind, dims, seed]) => ({ operator: 'Cast', opset: 13, attributes: { to }, inputs: [tensorOf(kind, dims, seed, 1, 120)] }))
