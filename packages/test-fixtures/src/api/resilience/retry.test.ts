import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apiErrorKinds } from '../api-error.ts'
import { backoffWithFullJitter, decideRetry, defaultRetryPolicy, retryableKinds } from './retry.ts'

const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const policies = fc.record({
  retries: fc.integer({ min: 0, max: 10 }),
  baseMs: fc.double({ min: 1, max: 5000, noNaN: true }),
  capMs: fc.double({ min: 1, max: 60_000, noNaN: true }),
  deadlineMs: fc.double({ min: 1, max: 600_000, noNaN: true }),
})
const failures = fc.record({
  kind: fc.constantFrom(...apiErrorKinds),
  retryAfterMs: fc.option(fc.double({ min: 0, max: 120_000, noNaN: true })),
  retriesDone: fc.integer({ min: 0, max: 12 }),
  elapsedMs: fc.double({ min: 0, max: 600_000, noNaN: true }),
})

describe('backoffWithFullJitter', () => {
  test('stays below the cap and below the doubled base', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), policies, unit, (retry, policy, draw) => {
        const wait = backoffWithFullJitter(retry, policy, () => draw)
        expect(wait).toBeGreaterThanOrEqual(0)
        expect(wait).toBeLessThanOrEqual(policy.capMs)
        expect(wait).toBeLessThanOrEqual(policy.baseMs * 2 ** retry)
      }),
    )
  })
  test('is uniform over the whole range', () => {
    expect(backoffWithFullJitter(3, defaultRetryPolicy, () => 0)).toBe(0)
    expect(backoffWithFullJitter(3, defaultRetryPolicy, () => 0.5)).toBe(2000)
    expect(backoffWithFullJitter(9, defaultRetryPolicy, () => 0.5)).toBe(4000)
  })
})

describe('decideRetry', () => {
  test('never beyond the policy, never before the vendor said, never past the deadline', () => {
    fc.assert(
      fc.property(failures, policies, unit, (failure, policy, draw) => {
        const decision = decideRetry(failure, policy, () => draw)
        if (!decision.retry) return
        expect(retryableKinds.has(failure.kind)).toBe(true)
        expect(failure.retriesDone).toBeLessThan(policy.retries)
        expect(decision.waitMs).toBeGreaterThanOrEqual(failure.retryAfterMs ?? 0)
        expect(failure.elapsedMs + decision.waitMs).toBeLessThan(policy.deadlineMs)
      }),
    )
  })
  test('a refusal has a reason that is true', () => {
    fc.assert(
      fc.property(failures, policies, unit, (failure, policy, draw) => {
        const decision = decideRetry(failure, policy, () => draw)
        if (decision.retry) return
        const longest = Math.max(failure.retryAfterMs ?? 0, policy.capMs)
        if (decision.reason === 'not-retryable') expect(retryableKinds.has(failure.kind)).toBe(false)
        if (decision.reason === 'no-retries-left') expect(failure.retriesDone).toBeGreaterThanOrEqual(policy.retries)
        if (decision.reason === 'deadline') expect(failure.elapsedMs + longest).toBeGreaterThanOrEqual(policy.deadlineMs)
      }),
    )
  })
  test.each(['bad-request', 'authentication', 'permission', 'not-found', 'too-large', 'unprocessable', 'aborted', 'circuit-open'] as const)(
    '%s is not tried again',
    (kind) => {
      const failure = { kind, retryAfterMs: null, retriesDone: 0, elapsedMs: 0 }
      expect(decideRetry(failure, defaultRetryPolicy, () => 0)).toEqual({ retry: false, reason: 'not-retryable' })
    },
  )
})
