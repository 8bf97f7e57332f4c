import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bfloat16ToNumber, float16ToNumber, numberToFloat16 } from './float16.ts'

test('every bit pattern survives the round trip', () => {
  for (let bits = 0; bits < 0x10000; bits++) {
    const value = float16ToNumber(bits)
    if (Number.isNaN(value)) expect(numberToFloat16(value)).toBe(0x7e00)
    else expect(numberToFloat16(value)).toBe(bits)
  }
})

test('rounds as the platform does', () => {
  const platform = new Float16Array(1)
  fc.assert(
    fc.property(fc.oneof(fc.double(), fc.double({ min: -70_000, max: 70_000 }), fc.double({ min: -1e-4, max: 1e-4 })), (value) => {
      platform[0] = value
      expect(float16ToNumber(numberToFloat16(value))).toEqual(platform[0])
    }),
    { numRuns: 2000 },
  )
})

test('ties go to the even neighbour', () => {
  expect(numberToFloat16(2049)).toBe(numberToFloat16(2048))
  expect(numberToFloat16(2051)).toBe(numberToFloat16(2052))
})

test('bfloat16 is the upper half of a float32', () => {
  expect(bfloat16ToNumber(0x3fc0)).toBe(1.5)
  expect(bfloat16ToNumber(0xff80)).toBe(Number.NEGATIVE_INFINITY)
})
