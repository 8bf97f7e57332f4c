import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fullBucket, type Quota, takeTokens, timeUntilFull } from './token-bucket.ts'

const quotas = fc.record({ perMinute: fc.integer({ min: 1, max: 10_000 }), burst: fc.integer({ min: 1, max: 1000 }) })
const steps = fc.array(fc.record({ afterMs: fc.integer({ min: 0, max: 120_000 }), units: fc.integer({ min: 1, max: 50 }) }), {
  maxLength: 60,
})

test('over any stretch no more is granted than the burst and what flowed back', () => {
  fc.assert(
    fc.property(quotas, steps, (quota, asked) => {
      let now = 0
      let bucket = fullBucket(quota, now)
      const grants: { at: number; units: number }[] = []
      for (const { afterMs, units } of asked) {
        now += afterMs
        const taken = takeTokens(quota, bucket, units, now)
        bucket = taken.bucket
        expect(bucket.available).toBeGreaterThanOrEqual(0)
        expect(bucket.available).toBeLessThanOrEqual(quota.burst)
        if (taken.granted) grants.push({ at: now, units })
      }
      for (const [from, { at }] of grants.entries()) {
        for (let to = from; to < grants.length; to++) {
          const sum = grants.slice(from, to + 1).reduce((total, grant) => total + grant.units, 0)
          expect(sum).toBeLessThanOrEqual(quota.burst + ((grants[to]!.at - at) * quota.perMinute) / 60_000 + 1e-6)
        }
      }
    }),
  )
})

test('the wait that a refusal names is enough, and half of it is not', () => {
  fc.assert(
    fc.property(quotas, fc.integer({ min: 1, max: 1000 }), (quota, units) => {
      fc.pre(units <= quota.burst)
      const empty = { available: 0, at: 0 }
      const refused = takeTokens(quota, empty, units, 0)
      if (refused.granted) return expect.fail('granted from nothing')
      expect(takeTokens(quota, refused.bucket, units, refused.waitMs).granted).toBe(true)
      expect(takeTokens(quota, refused.bucket, units, refused.waitMs / 2).granted).toBe(false)
    }),
  )
})

test('more than the bucket holds is never granted', () => {
  const quota: Quota = { perMinute: 60, burst: 5 }
  expect(takeTokens(quota, fullBucket(quota, 0), 6, 1e9)).toMatchObject({ granted: false, waitMs: 0 })
})

test('a bucket without a burst holds a minute', () => {
  const quota: Quota = { perMinute: 60 }
  const taken = takeTokens(quota, fullBucket(quota, 0), 60, 0)
  expect(taken.granted).toBe(true)
  expect(timeUntilFull(quota, taken.bucket)).toBe(60_000)
})

test('a clock that goes back gives nothing', () => {
  const quota: Quota = { perMinute: 60, burst: 1 }
  expect(takeTokens(quota, { available: 0, at: 1000 }, 1, 0)).toMatchObject({ granted: false, waitMs: 1000 })
})
