import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRetryAfter, retryAfterOf } from './retry-after.ts'

const now = Date.parse('2026-11-25T00:00:00Z')

describe('parseRetryAfter', () => {
  test('whole seconds and fractions', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (seconds) => {
        expect(parseRetryAfter(String(seconds), now)).toBe(seconds * 1000)
      }),
    )
    expect(parseRetryAfter(' 1.5 ', now)).toBe(1500)
  })
  test('an HTTP date counts from now, and one that is over is no wait', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), (seconds) => {
        expect(parseRetryAfter(new Date(now + seconds * 1000).toUTCString(), now)).toBe(Math.max(0, seconds * 1000))
      }),
    )
  })
  test('the two obsolete forms of an HTTP date', () => {
    expect(parseRetryAfter('Wednesday, 25-Nov-26 00:00:09 GMT', now)).toBe(9000)
    // asctime has no zone and means GMT, which Date.parse would take for local time
    expect(parseRetryAfter('Wed Nov 25 00:00:09 2026', now)).toBe(9000)
  })
  test.each([null, '', ' ', '-5', 'soon', '1e3', '0x10', 'NaN', 'Infinity', '5 seconds', '2026-11-25'])('%s says nothing', (value) => {
    expect(parseRetryAfter(value, now)).toBeNull()
  })
  test('whatever is sent gives null or a wait of at least 0', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const wait = parseRetryAfter(value, now)
        expect(wait === null || wait >= 0).toBe(true)
      }),
    )
  })
})

describe('retryAfterOf', () => {
  test('prefers milliseconds where a vendor sends both', () => {
    expect(retryAfterOf(new Headers({ 'retry-after': '2', 'retry-after-ms': '1250' }), now)).toBe(1250)
    expect(retryAfterOf(new Headers({ 'retry-after': '2', 'retry-after-ms': 'x' }), now)).toBe(2000)
    expect(retryAfterOf(new Headers(), now)).toBeNull()
    expect(retryAfterOf(undefined, now)).toBeNull()
  })
})
