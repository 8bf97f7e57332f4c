import { expect, test } from 'vitest'
import fc from 'fast-check'
import { erf, erfc } from './error-function.ts'

// Abramowitz & Stegun, tables 7.1 and 7.3, with more digits from the same definitions in 50-digit arithmetic
test.each([
  [0, 0],
  [1e-10, 1.1283791670955126e-10],
  [0.5, 0.5204998778130465],
  [1, 0.8427007929497149],
  [2, 0.9953222650189527],
  [3, 0.9999779095030014],
])('erf(%d)', (x, expected) => {
  expect(Math.abs(erf(x) - expected)).toBeLessThanOrEqual(1e-15 * expected)
  expect(erf(-x)).toBe(-erf(x))
})

test.each([
  [3, 2.209049699858544e-5],
  [5, 1.5374597944280349e-12],
  [10, 2.088487583762545e-45],
])('erfc(%d)', (x, expected) => {
  expect(Math.abs(erfc(x) / expected - 1)).toBeLessThan(1e-13)
})

test('ends and NaN', () => {
  expect(erf(Infinity)).toBe(1)
  expect(erf(-Infinity)).toBe(-1)
  expect(erf(NaN)).toBeNaN()
})

test('both halves agree where they meet, and erf rises', () => {
  expect(Math.abs(erf(2.5 - 1e-12) - erf(2.5 + 1e-12))).toBeLessThan(1e-14)
  fc.assert(
    fc.property(fc.double({ min: -6, max: 6, noNaN: true }), fc.double({ min: 1e-6, max: 1, noNaN: true }), (x, step) => {
      expect(erf(x + step)).toBeGreaterThanOrEqual(erf(x))
      expect(Math.abs(erf(x) + erfc(x) - 1)).toBeLessThan(1e-15)
    }),
  )
})
