import fc from 'fast-check'
import { expect, test } from 'vitest'
import { integerRange, roundHalfEven, saturateInteger, wrapInteger } from './integers.ts'

const arrays = {
  int8: Int8Array,
  uint8: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  uint32: Uint32Array,
} as const
const types = Object.keys(arrays) as (keyof typeof arrays)[]

test.each(types)('%s wraps as its typed array does', (type) => {
  fc.assert(
    fc.property(fc.integer({ min: -(2 ** 34), max: 2 ** 34 }), (value) => {
      expect(wrapInteger(type)(value)).toBe(arrays[type].of(value)[0])
    }),
  )
})

test('4-bit integers wrap in their sixteen values', () => {
  expect([-9, -8, 7, 8, 23].map(wrapInteger('int4'))).toEqual([7, -8, 7, -8, 7])
  expect([-1, 15, 16].map(wrapInteger('uint4'))).toEqual([15, 15, 0])
})

test('saturation keeps what fits and clamps the rest', () => {
  fc.assert(
    fc.property(fc.constantFrom(...types), fc.integer({ min: -(2 ** 34), max: 2 ** 34 }), (type, value) => {
      const { min, max } = integerRange(type)
      expect(saturateInteger(type)(value)).toBe(value < min ? min : value > max ? max : value)
    }),
  )
})

test('ties go to the even number', () => {
  expect([-2.5, -1.5, -0.5, 0.5, 1.5, 2.5].map((value) => roundHalfEven(value) + 0)).toEqual([-2, -2, 0, 0, 2, 2])
  fc.assert(
    fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
      expect(Math.abs(roundHalfEven(value) - value)).toBeLessThanOrEqual(0.5)
    }),
  )
})
