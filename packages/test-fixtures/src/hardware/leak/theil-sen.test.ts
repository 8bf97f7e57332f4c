import fc from 'fast-check'
import { expect, test } from 'vitest'
import { theilSen } from './theil-sen.ts'

const line = (n: number, slope: number, start: number): number[] => Array.from({ length: n }, (_, step) => start + slope * step)

test('a line has its slope', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 60 }), fc.integer({ min: -1000, max: 1000 }), fc.integer(), (n, slope, start) => {
      expect(theilSen(line(n, slope, start))).toEqual({ slope, low: slope, high: slope, n })
    }),
  )
})

test('a quarter of outliers does not move it far', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 39 }), { maxLength: 8 }),
      fc.integer({ min: -1e6, max: 1e6 }),
      (places, outlier) => {
        const values = line(40, 10, 0).map((value, step) => (places.includes(step) ? outlier : value))
        const { slope, low, high } = theilSen(values)
        expect(slope).toBe(10)
        expect(low).toBeLessThanOrEqual(10)
        expect(high).toBeGreaterThanOrEqual(10)
      },
    ),
  )
})

test('scaling and shifting the values scales the slope', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 10, maxLength: 30 }),
      fc.integer({ min: 1, max: 8 }),
      (values, factor) => {
        const plain = theilSen(values)
        const scaled = theilSen(values.map((value) => value * factor + 7))
        expect(scaled.slope).toBeCloseTo(plain.slope * factor, 6)
        expect(scaled.low).toBeCloseTo(plain.low * factor, 6)
      },
    ),
  )
})

test('Sen’s own interval: the ranks of the slopes', () => {
  // n = 10: 45 slopes, half = 2.5758·√125 = 28.80, ranks 8 and 37
  const values = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3]
  const slopes = values
    .flatMap((value, later) => values.slice(0, later).map((before, earlier) => (value - before) / (later - earlier)))
    .sort((a, b) => a - b)
  expect(theilSen(values)).toEqual({ slope: slopes[22], low: slopes[7], high: slopes[37], n: 10 })
})

test('few points allow any slope', () => {
  expect(theilSen([1, 2, 3])).toEqual({ slope: 1, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, n: 3 })
})
