import fc from 'fast-check'
import { expect, test } from 'vitest'
import { simulatedFailureNames } from '../transport.ts'
import { drawFailure, failureInSequence, isSequence } from './failure-model.ts'
import { createRandom } from './random.ts'

test('each failure comes as often as its rate says', () => {
  const rates = { 'rate-limit': 0.2, overloaded: 0.05, 'stream-cut': 0.1 }
  const random = createRandom('rates')
  const count = 20_000
  const drawn = Array.from({ length: count }, () => drawFailure({ rates }, random)?.kind ?? 'none')
  for (const [kind, rate] of Object.entries({ ...rates, none: 0.65 })) {
    const share = drawn.filter((name) => name === kind).length / count
    expect(Math.abs(share - rate)).toBeLessThan(6 * Math.sqrt((rate * (1 - rate)) / count))
  }
})

test('rates of 0 and 1 are certain', () => {
  fc.assert(
    fc.property(fc.constantFrom(...simulatedFailureNames), fc.integer(), (kind, seed) => {
      expect(drawFailure({ rates: { [kind]: 1 } }, createRandom(String(seed)))).toEqual({ kind })
      expect(drawFailure({ rates: { [kind]: 0 } }, createRandom(String(seed)))).toBeNull()
    }),
  )
})

test('the order in which rates are written changes nothing', () => {
  const draw = (rates: Record<string, number>) =>
    Array.from({ length: 50 }, (_, seed) => drawFailure({ rates }, createRandom(String(seed))))
  expect(draw({ server: 0.3, timeout: 0.3 })).toEqual(draw({ timeout: 0.3, server: 0.3 }))
})

test('a sequence is met in its order, and after it all is well', () => {
  const sequence = ['server', null, { kind: 'rate-limit', retryAfter: 2 }] as const
  expect(isSequence(sequence)).toBe(true)
  expect(isSequence({ rates: {} })).toBe(false)
  expect([0, 1, 2, 3].map((ordinal) => failureInSequence(sequence, ordinal))).toEqual([
    { kind: 'server' },
    null,
    { kind: 'rate-limit', retryAfter: 2 },
    null,
  ])
})
