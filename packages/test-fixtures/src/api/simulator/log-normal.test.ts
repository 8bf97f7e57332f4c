import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitLatency, sampleLatency } from './log-normal.ts'
import { createRandom } from './random.ts'

test('a fit finds the distribution that its samples came from', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.double({ min: 0.1, max: 1e4, noNaN: true }),
      fc.double({ min: 0, max: 1.5, noNaN: true }),
      (seed, median, sigma) => {
        const random = createRandom(String(seed))
        const count = 2000
        const fit = fitLatency(Array.from({ length: count }, () => sampleLatency({ median, sigma }, random)))
        // six standard errors of either estimate
        expect(Math.abs(Math.log(fit.median / median))).toBeLessThanOrEqual((6 * sigma) / Math.sqrt(count) + 1e-9)
        expect(Math.abs(fit.sigma - sigma)).toBeLessThanOrEqual((6 * sigma) / Math.sqrt(2 * count) + 1e-9)
      },
    ),
    { numRuns: 50 },
  )
})

test('a scale of time scales the median alone', () => {
  const times = [3, 5, 8, 13]
  const once = fitLatency(times)
  const twice = fitLatency(times.map((time) => 2 * time))
  expect(twice.median).toBeCloseTo(2 * once.median, 10)
  expect(twice.sigma).toBeCloseTo(once.sigma, 10)
})

test('one time is a distribution without spread', () => expect(fitLatency([7]).sigma).toBe(0))

test.for([[[]], [[1, -1]], [[Number.NaN]], [[Infinity]]])('%j is refused', ([times]) =>
  expect(() => fitLatency(times!)).toThrow('cannot be fitted'),
)
