import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { elementsOf, runOperator, tensorOf } from '../testing/run-operator.ts'
import { cutting, sliceIndexes } from './cutting.ts'
import { padding } from './padding.ts'
import { reshaping } from './reshaping.ts'

const shape = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 })
const counting = (dims: readonly number[]): ReturnType<typeof tensorOf> =>
  tensorOf(
    dims,
    Array.from({ length: dims.reduce((product, size) => product * size, 1) }, (_, index) => index),
  )
const vector = (...numbers: number[]): ReturnType<typeof tensorOf> => tensorOf([numbers.length], numbers, 'int64')

test('slices forwards are those of JavaScript', () => {
  fc.assert(
    fc.property(fc.nat(8), fc.integer({ min: -12, max: 12 }), fc.integer({ min: -12, max: 12 }), (size, start, end) => {
      const list = Array.from({ length: size }, (_, index) => index)
      expect(sliceIndexes(size, start, end, 1)).toEqual(list.slice(start, end))
    }),
  )
})

test('slices backwards end before the first element where the end is far below', () => {
  expect(sliceIndexes(4, 3, -99, -1)).toEqual([3, 2, 1, 0])
  expect(sliceIndexes(4, 99, 0, -2)).toEqual([3, 1])
})

test('a transposition and its inverse are nothing', () => {
  fc.assert(
    fc.property(shape, fc.nat(), (dims, seed) => {
      const perm = dims.map((_, axis) => axis).sort((a, b) => ((a + 1) * (seed % 7) - (b + 1) * (seed % 7)) % 3)
      const inverse = perm.map((_, axis) => perm.indexOf(axis))
      const x = counting(dims)
      const [turned] = runOperator(reshaping, 'Transpose', [x], { attributes: { perm } })
      const [back] = runOperator(reshaping, 'Transpose', [turned], { attributes: { perm: inverse } })
      expect(back).toEqual(x)
    }),
  )
})

test('what was split is what is concatenated', () => {
  fc.assert(
    fc.property(shape, fc.nat(3), fc.nat(4), (dims, at, cut) => {
      const axis = at % dims.length
      const first = Math.min(cut, dims[axis]!)
      const x = counting(dims)
      const parts = runOperator(cutting, 'Split', [x, vector(first, dims[axis]! - first)], { attributes: { axis }, outputs: 2 })
      expect(runOperator(cutting, 'Concat', parts, { attributes: { axis } })[0]).toEqual(x)
    }),
  )
})

test('pads are taken off again by negative pads', () => {
  fc.assert(
    fc.property(shape, fc.constantFrom('constant', 'edge', 'reflect', 'wrap'), fc.nat(2), (dims, mode, width) => {
      const x = counting(dims)
      const pads = dims.map(() => width)
      const [wide] = runOperator(padding, 'Pad', [x, vector(...pads, ...pads)], { attributes: { mode } })
      const [back] = runOperator(padding, 'Pad', [wide, vector(...pads.map((each) => -each), ...pads.map((each) => -each))])
      expect(back).toEqual(x)
    }),
  )
})

test('reflection does not repeat the border, and bounces where it is wide', () => {
  const [wide] = runOperator(padding, 'Pad', [counting([3]), vector(3, 3)], { attributes: { mode: 'reflect' } })
  expect(elementsOf(wide)).toEqual([1, 2, 1, 0, 1, 2, 1, 0, 1])
})

test('blocks come back', () => {
  const x = counting([1, 2, 4, 6])
  const [deep] = runOperator(reshaping, 'SpaceToDepth', [x], { attributes: { blocksize: 2 } })
  expect(deep!.dims).toEqual([1, 8, 2, 3])
  expect(runOperator(reshaping, 'DepthToSpace', [deep], { attributes: { blocksize: 2 } })[0]).toEqual(x)
})

describe('older operator sets', () => {
  test('Slice-1, Pad-1, Pad-2 and Reshape-1 have their numbers in attributes', () => {
    const x = counting([2, 3])
    expect(elementsOf(runOperator(cutting, 'Slice', [x], { opset: 9, attributes: { starts: [1], ends: [3], axes: [1] } })[0])).toEqual([
      1, 2, 4, 5,
    ])
    const pads = [0, 1, 0, 0]
    const padded = [0, 0, 1, 2, 0, 3, 4, 5]
    expect(elementsOf(runOperator(padding, 'Pad', [x], { opset: 1, attributes: { paddings: pads } })[0])).toEqual(padded)
    expect(elementsOf(runOperator(padding, 'Pad', [x], { opset: 2, attributes: { pads } })[0])).toEqual(padded)
    expect(runOperator(reshaping, 'Reshape', [x], { opset: 1, attributes: { shape: [3, -1] } })[0]!.dims).toEqual([3, 2])
  })

  test('Tile-1 repeats along one axis, Concat-1 along axis 1', () => {
    const x = counting([1, 2])
    expect(elementsOf(runOperator(reshaping, 'Tile', [x, vector(2), vector(1)], { opset: 5 })[0])).toEqual([0, 1, 0, 1])
    expect(runOperator(cutting, 'Concat', [x, x], { opset: 1 })[0]!.dims).toEqual([1, 4])
  })
})

test('shapes that do not fit are refused', () => {
  const x = counting([2, 3])
  expect(() => runOperator(reshaping, 'Reshape', [x, vector(4, -1)])).toThrow('[2, 3] cannot be reshaped to [4, -1]')
  expect(() => runOperator(reshaping, 'Reshape', [x, vector(-1, -1)])).toThrow('more than one size open')
  expect(() => runOperator(reshaping, 'Transpose', [x], { attributes: { perm: [0, 0] } })).toThrow('no permutation')
  expect(() => runOperator(reshaping, 'Squeeze', [x, vector(0)])).toThrow('axis 0 of [2, 3] is not 1')
  expect(() => runOperator(cutting, 'Concat', [x, counting([3, 3])], { attributes: { axis: 1 } })).toThrow('does not fit beside')
  expect(() => runOperator(cutting, 'Split', [x, vector(1, 1)], { attributes: { axis: 1 } })).toThrow('do not add up to 3')
})
