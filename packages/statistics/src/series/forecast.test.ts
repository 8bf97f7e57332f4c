import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededNormal } from '../testing/seeded-normal.ts'
import { forecast } from './forecast.ts'

const cases = fc
  .record({
    period: fc.integer({ min: 1, max: 6 }),
    horizon: fc.integer({ min: 1, max: 8 }),
    seasons: fc.integer({ min: 1, max: 4 }),
    level: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
  })
  .chain((options) => {
    const needed = (Math.ceil(options.horizon / options.period) + options.seasons - 1) * options.period + 2
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: needed, maxLength: needed + 40 })
    return fc.record({ options: fc.constant(options), values })
  })

describe('forecast', () => {
  test('one step each, an interval that is in order, a coverage between 0 and 1', () => {
    fc.assert(
      fc.property(cases, ({ values, options }) => {
        const steps = forecast(values, options)
        expect(steps.map(({ step }) => step)).toEqual(Array.from({ length: options.horizon }, (_, index) => index + 1))
        for (const { low, high, coverage } of steps) {
          expect(low).toBeLessThanOrEqual(high)
          expect(coverage).toBeGreaterThan(0)
          expect(coverage).toBeLessThan(1)
        }
      }),
    )
  })
  test('shifting and scaling the series does the same to its forecast', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 64 }), ({ values, options }, shift, factor) => {
        const before = forecast(values, options)
        const after = forecast(
          values.map((value) => value * factor + shift),
          options,
        )
        after.forEach(({ value, low, high }, place) => {
          expect(value).toBeCloseTo(before[place]!.value * factor + shift, 6)
          expect(low).toBeCloseTo(before[place]!.low * factor + shift, 6)
          expect(high).toBeCloseTo(before[place]!.high * factor + shift, 6)
        })
      }),
    )
  })
  test('a higher level has a wider interval', () => {
    fc.assert(
      fc.property(cases, ({ values, options }) => {
        const narrow = forecast(values, { ...options, level: 0.5 })
        forecast(values, { ...options, level: 0.9 }).forEach(({ low, high }, place) => {
          expect(low).toBeLessThanOrEqual(narrow[place]!.low)
          expect(high).toBeGreaterThanOrEqual(narrow[place]!.high)
        })
      }),
    )
  })
  test('continues a season exactly, however far', () => {
    const season = [5, 9, 2, 7]
    const values = Array.from({ length: 32 }, (_, index) => season[index % 4]!)
    const steps = forecast(values, { period: 4, horizon: 10 })
    expect(steps.map(({ value }) => value)).toEqual(Array.from({ length: 10 }, (_, index) => season[index % 4]!))
    for (const { value, low, high } of steps) expect([low, high]).toEqual([value, value])
  })
  test('one wild newest value does not become the forecast', () => {
    const values = [...Array.from({ length: 20 }, (_, index) => 10 + (index % 2)), 1e6]
    expect(forecast(values)[0]!.value).toBeLessThan(12)
  })
  test('holds about as many future values as it says', () => {
    const normal = seededNormal(3)
    const rounds = 2000
    let held = 0
    let said = 0
    for (let round = 0; round < rounds; round++) {
      const values = Array.from({ length: 43 }, (_, index) => (index % 6) * 10 + normal())
      const [step] = forecast(values.slice(0, -1), { period: 6 })
      said += step!.coverage
      if (values.at(-1)! >= step!.low && values.at(-1)! <= step!.high) held++
    }
    expect(said / rounds).toBeGreaterThanOrEqual(0.8)
    // 2000 rounds have a standard error of 0.009
    expect(Math.abs(held - said) / rounds).toBeLessThan(0.04)
  })
  test('says less than asked where the series is short', () => {
    const [step] = forecast([1, 3, 2, 5, 4], { seasons: 1, level: 0.95 })
    // four errors hold the next one three times in five
    expect(step!.coverage).toBeCloseTo(0.6)
  })
  test('refuses what it cannot take', () => {
    expect(() => forecast([1, 2, 3])).toThrow('needs 5 values')
    expect(() => forecast([1, 2, 3, Number.POSITIVE_INFINITY, 4])).toThrow(RangeError)
    expect(() => forecast([1, 2, 3, 4, 5], { level: 1 })).toThrow(RangeError)
    expect(() => forecast([1, 2, 3, 4, 5], { horizon: 0 })).toThrow(RangeError)
  })
})
