import fc from 'fast-check'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { describe, expect, test } from 'vitest'
import { ratioInterval } from './ratio-interval.ts'

const positives = fc.array(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), { minLength: 4, maxLength: 30 })

describe('ratioInterval', () => {
  test('holds its ratio, and turned round it is turned round', () => {
    fc.assert(
      fc.property(positives, positives, (base, other) => {
        const there = ratioInterval(base, other)!
        const back = ratioInterval(other, base)!
        expect(there.low).toBeLessThanOrEqual(there.ratio)
        expect(there.ratio).toBeLessThanOrEqual(there.high)
        expect(back.low * there.high).toBeCloseTo(1, 9)
        expect(back.high * there.low).toBeCloseTo(1, 9)
      }),
    )
  })
  test('scales with one side', () => {
    fc.assert(
      fc.property(positives, positives, fc.double({ min: 0.1, max: 10, noNaN: true }), (base, other, factor) => {
        const before = ratioInterval(base, other)!
        const after = ratioInterval(
          base,
          other.map((value) => value * factor),
        )!
        for (const field of ['ratio', 'low', 'high'] as const) expect(after[field] / before[field]).toBeCloseTo(factor, 9)
      }),
    )
  })
  test('holds the true ratio about as often as it says', () => {
    const generator = xoroshiro128plus(5)
    const draw = (factor: number, count: number) =>
      Array.from({ length: count }, () => factor * (0.2 - Math.log(1 - uniformFloat64(generator))))
    let held = 0
    for (let round = 0; round < 1000; round++) {
      const { low, high } = ratioInterval(draw(1, 12), draw(1.5, 9))!
      if (low <= 1.5 && high >= 1.5) held++
    }
    expect(held).toBeGreaterThan(930)
    expect(held).toBeLessThan(985)
  })
  test('is none for few values, for zero and for what is not finite', () => {
    expect(ratioInterval([1, 2, 3], [1, 2, 3, 4])).toBeNull()
    expect(ratioInterval([1, 2, 3, 0], [1, 2, 3, 4])).toBeNull()
    expect(ratioInterval([1, 2, 3, 4], [1, 2, 3, Number.POSITIVE_INFINITY])).toBeNull()
  })
})
