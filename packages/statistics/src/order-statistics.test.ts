import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mad, madToSigma, median, quantile } from './order-statistics.ts'

describe('quantile', () => {
  it('interpolates as R type 7 does', () => {
    expect([0, 0.25, 0.5, 0.9, 1].map((p) => quantile([3, 1, 4, 1, 5, 9], p))).toEqual([1, 1.5, 3.5, 7, 9])
  })

  it('has nothing to say of no values', () => {
    expect(quantile([], 0.5)).toBeNaN()
    expect(median([1, Number.NaN])).toBeNaN()
  })

  it('refuses a probability out of range', () => {
    expect(() => quantile([1], 1.1)).toThrow(RangeError)
    expect(() => quantile([1], Number.NaN)).toThrow(RangeError)
  })

  it('is monotone in p and stays within the values', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e100, max: 1e100 })
    fc.assert(
      fc.property(
        fc.array(finite, { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, a, b) => {
          const [low, high] = [quantile(values, Math.min(a, b)), quantile(values, Math.max(a, b))]
          const slack = 1e-12 * Math.max(...values.map(Math.abs))
          expect(low).toBeLessThanOrEqual(high + slack)
          expect(low).toBeGreaterThanOrEqual(Math.min(...values) - slack)
          expect(high).toBeLessThanOrEqual(Math.max(...values) + slack)
        },
      ),
    )
  })
})

describe('mad', () => {
  it('is not moved by an outlier', () => {
    expect(mad([1, 2, 3, 4, 5])).toBe(1)
    expect(mad([1, 2, 3, 4, 5e9])).toBe(1)
  })

  it('scales to the standard deviation of normal values', () => {
    // The normal quartile is 0.6744897501960817.
    expect(madToSigma * 0.6744897501960817).toBeCloseTo(1, 14)
  })
})
