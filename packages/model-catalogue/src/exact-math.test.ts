import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cos, exp, log, sin } from './exact-math.ts'

const within = (actual: number, expected: number, relative: number): boolean => Math.abs(actual - expected) <= relative * Math.max(1, Math.abs(expected))

test('agree with the engine’s own to its last digits', () => {
  fc.assert(fc.property(fc.double({ min: -300, max: 300, noNaN: true }), (x) => within(exp(x) / Math.exp(x), 1, 1e-12)))
  fc.assert(fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (x) => within(log(x), Math.log(x), 1e-14)))
  fc.assert(fc.property(fc.double({ min: -2000, max: 2000, noNaN: true }), (x) => within(sin(x), Math.sin(x), 1e-12)))
  fc.assert(fc.property(fc.double({ min: -2000, max: 2000, noNaN: true }), (x) => within(cos(x), Math.cos(x), 1e-12)))
})

test('are exact where the result is', () => {
  expect(exp(0)).toBe(1)
  expect(log(1)).toBe(0)
  expect(sin(0)).toBe(0)
})
