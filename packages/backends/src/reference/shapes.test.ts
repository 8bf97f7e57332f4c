import fc from 'fast-check'
import { expect, test } from 'vitest'
import { broadcastDims, broadcastStrides, normalizeAxis, offsetsOf, sizeOf, stridesOf } from './shapes.ts'

const shape = fc.array(fc.nat(4), { maxLength: 4 })

test('the offsets of a row-major tensor under its own strides count up', () => {
  fc.assert(
    fc.property(shape, (dims) => {
      expect([...offsetsOf(dims, stridesOf(dims))]).toEqual(Array.from({ length: sizeOf(dims) }, (_, index) => index))
    }),
  )
})

test('offsets are the sums of index times stride', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat(50), { minLength: 4, maxLength: 4 }),
      (dims, all) => {
        const strides = all.slice(0, dims.length)
        const own = stridesOf(dims)
        for (const [element, offset] of offsetsOf(dims, strides, 7).entries()) {
          const expected = dims.reduce((sum, size, axis) => sum + (Math.floor(element / own[axis]!) % size) * strides[axis]!, 7)
          expect(offset).toBe(expected)
        }
      },
    ),
  )
})

test('broadcasting is symmetric, keeps a shape with itself, and repeats axes of 1', () => {
  fc.assert(
    fc.property(shape, shape, (a, b) => {
      expect(broadcastDims(a, b)).toEqual(broadcastDims(b, a))
      expect(broadcastDims(a, a)).toEqual(a)
      expect(
        broadcastDims(
          a,
          a.map(() => 1),
        ),
      ).toEqual(a)
    }),
  )
  expect(broadcastDims([2, 1, 3], [4, 1])).toEqual([2, 4, 3])
  expect(broadcastDims([2], [3])).toBeNull()
  expect(broadcastDims([0], [1])).toEqual([0])
  expect(broadcastStrides([2, 1], [3, 2, 4])).toEqual([0, 1, 0])
})

test('axes count from both ends', () => {
  expect([0, 2, -1, -3, 3, -4].map((axis) => normalizeAxis(axis, 3))).toEqual([0, 2, 2, 0, null, null])
})
