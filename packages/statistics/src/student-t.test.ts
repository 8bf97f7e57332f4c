import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { studentTCdf, studentTQuantile, studentTTwoSided } from './student-t.ts'

describe("Student's t", () => {
  // scipy.stats.t.ppf, SciPy 1.x
  it.each([
    [0.9995, 1, 636.6192487687897],
    [0.9995, 4, 8.610301581379522],
    [0.975, 3.5, 2.9400886379827282],
    [0.9999995, 4, 49.458636757953215],
    [0.9995, 100, 3.390491311164263],
    [0.9995, 1000, 3.300282648423944],
  ])('has the %f quantile of %f degrees of freedom at %f', (p, df, expected) => {
    expect(studentTQuantile(p, df) / expected).toBeCloseTo(1, 8)
    expect(studentTQuantile(1 - p, df) / -expected).toBeCloseTo(1, 8)
  })

  // scipy.stats.t.cdf
  it.each([
    [-50, 4, 4.787226828484845e-7],
    [-1e4, 8, 5.599998387200295e-30],
    [-1e-9, 4, 0.499999999625],
  ])('keeps its digits at %f with %f degrees of freedom', (t, df, expected) => {
    expect(studentTCdf(t, df) / expected).toBeCloseTo(1, 11)
    expect(studentTTwoSided(t, df) / (2 * expected)).toBeCloseTo(1, 11)
  })

  it('is Cauchy with one degree of freedom', () => {
    for (const t of [-3, -1, 0, 0.5, 7]) expect(studentTCdf(t, 1)).toBeCloseTo(0.5 + Math.atan(t) / Math.PI, 13)
  })

  it('inverts itself', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 0.999999, noNaN: true }), fc.double({ min: 0.5, max: 1e4, noNaN: true }), (p, df) => {
        expect(studentTCdf(studentTQuantile(p, df), df)).toBeCloseTo(p, 9)
      }),
    )
  })

  it('ends at the ends', () => {
    expect(studentTQuantile(0, 3)).toBe(Number.NEGATIVE_INFINITY)
    expect(studentTQuantile(1, 3)).toBe(Number.POSITIVE_INFINITY)
    expect(studentTQuantile(0.5, 3)).toBe(0)
    expect(studentTQuantile(0.5, 0)).toBeNaN()
    expect(studentTTwoSided(Number.POSITIVE_INFINITY, 3)).toBe(0)
  })
})
