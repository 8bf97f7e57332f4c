import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededNormal } from '../testing/seeded-normal.ts'
import { findAnomalies } from './anomalies.ts'

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true })
const series = fc.array(finite, { minLength: 5, maxLength: 60 })

describe('findAnomalies', () => {
  test('finds a planted spike of a season, and only it', () => {
    const daily = Array.from({ length: 24 * 7 }, (_, hour) => 100 + 50 * Math.sin((hour / 24) * 2 * Math.PI) + ((hour * 7) % 5))
    // as high as the day's usual peak, so only its hour gives it away
    daily[24 * 4 + 18] = 150
    expect(findAnomalies(daily, { period: 24 }).map(({ index }) => index)).toEqual([24 * 4 + 18])
    expect(findAnomalies(daily)).toEqual([])
  })
  test('shifting and scaling a series changes none of its z', () => {
    const integers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 5, maxLength: 40 })
    fc.assert(
      fc.property(integers, fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 64 }), (values, shift, factor) => {
        const before = findAnomalies(values)
        const after = findAnomalies(values.map((value) => value * factor + shift))
        expect(after.map(({ index }) => index)).toEqual(before.map(({ index }) => index))
        after.forEach(({ z }, place) =>
          Number.isFinite(z) ? expect(z).toBeCloseTo(before[place]!.z, 6) : expect(z).toBe(before[place]!.z),
        )
      }),
    )
  })
  test('a higher threshold finds a part of what a lower one finds', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 1, max: 4 }), (values, period) => {
        const all = findAnomalies(values, { period, threshold: 2 }).map(({ index }) => index)
        const few = findAnomalies(values, { period, threshold: 5 }).map(({ index }) => index)
        expect(all).toEqual(expect.arrayContaining(few))
      }),
    )
  })
  test('is not blinded by wild values as long as they are few', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 30, maxLength: 60 }),
        fc.integer({ min: 1, max: 8 }),
        (calm, wild) => {
          const values = [...calm, ...Array.from({ length: wild }, (_, index) => 1e6 * (index + 1))]
          const found = findAnomalies(values).map(({ index }) => index)
          for (let index = calm.length; index < values.length; index++) expect(found).toContain(index)
        },
      ),
    )
  })
  test.each([3, 4, 5, 8, 20])('calls few of normal values anomalies where each phase was seen %i times', (seen) => {
    const normal = seededNormal(7)
    let values = 0
    let found = 0
    for (let round = 0; round < 200; round++) {
      const noise = Array.from({ length: 12 * seen }, (_, index) => (index % 12) * 10 + normal())
      values += noise.length
      found += findAnomalies(noise, { period: 12 }).length
    }
    // P(|Z| > 3.5) is 0.0005; an estimated scale makes it more
    expect(found / values).toBeLessThan(0.02)
  })
  test('values that are all alike have none; one that differs from them has an infinite z', () => {
    expect(findAnomalies([4, 4, 4, 4, 4, 4])).toEqual([])
    expect(findAnomalies([4, 4, 4, 5, 4, 4])).toEqual([{ index: 3, value: 5, expected: 4, z: Number.POSITIVE_INFINITY }])
  })
  test('says nothing about too few values', () => {
    expect(findAnomalies([1, 1, 1, 100])).toEqual([])
    expect(findAnomalies([1, 2, 1, 2, 100, 1], { period: 6 })).toEqual([])
  })
  test('refuses what it cannot take', () => {
    expect(() => findAnomalies([1, Number.NaN])).toThrow(RangeError)
    expect(() => findAnomalies([1], { period: 0 })).toThrow(RangeError)
    expect(() => findAnomalies([1], { threshold: 0 })).toThrow(RangeError)
  })
})
