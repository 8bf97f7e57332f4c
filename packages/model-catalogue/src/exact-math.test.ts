import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cos, exp, log, sin } from './exact-math.ts'

const within = (actual: number, expected: number, relative: number): boolean =>
  Math.abs(actual - expected) <= relative * Math.max(1, Math.abs(expected))

test.each([
  ['exp', -300, 300, (x: number) => within(exp(x) / Math.exp(x), 1, 1e-12)],
  ['log', 1e-6, 1e9, (x: number) => within(log(x), Math.log(x), 1e-14)],
  ['sin', -2000, 2000, (x: number) => within(sin(x), Math.sin(x), 1e-12)],
  ['cos', -2000, 2000, (x: number) => within(cos(x), Math.cos(x), 1e-12)],
])('%s agrees with the engine’s own to its last digits', (_, min, max, holds) => {
  fc.assert(
    fc.property(fc.double({ min, max, noNaN: true }), (x) => {
      expect(holds(x)).toBe(true)
    }),
  )
})

test('are exact where the result is', () => {
  expect(exp(0)).toBe(1)
  expect(log(1)).toBe(0)
  expect(sin(0)).toBe(0)
})
