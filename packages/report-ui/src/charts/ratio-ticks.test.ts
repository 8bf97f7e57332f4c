import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ratioTicks } from './ratio-ticks.ts'

test('round ratios around 1', () => {
  expect(ratioTicks(0.68, 2.6, 8)).toEqual([0.8, 1, 1.25, 1.5, 2])
  expect(ratioTicks(0.97, 1.03, 6)).toEqual([1])
})

test('1 is always there, ticks are inside, apart and not too many', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.001, max: 0.99, noNaN: true }),
      fc.double({ min: 1.01, max: 1000, noNaN: true }),
      fc.integer({ min: 2, max: 12 }),
      (low, high, most) => {
        const ticks = ratioTicks(low, high, most)
        expect(ticks).toContain(1)
        expect(ticks.length).toBeLessThanOrEqual(most + 1)
        expect(ticks.every((tick) => tick >= low && tick <= high)).toBe(true)
      },
    ),
  )
})
