import { expect, test } from 'vitest'
import { rateHeaders as anthropicHeaders } from '../messages/rate-headers.ts'
import { goDuration, rateHeaders } from './rate-headers.ts'

test.for([
  [0, '0ms'],
  [16.2, '17ms'],
  [1000, '1s'],
  [8640, '8.64s'],
  [360_000, '6m0s'],
  [3_723_500, '1h2m3.5s'],
] as const)('%d ms is %s', ([milliseconds, text]) => expect(goDuration(milliseconds)).toBe(text))

test('both ways to tell what is left', () => {
  const state = { requests: { quota: { perMinute: 60 }, remaining: 58.9, fullInMs: 1100 }, tokens: null }
  expect(rateHeaders(state)).toEqual({
    'x-ratelimit-limit-requests': '60',
    'x-ratelimit-remaining-requests': '58',
    'x-ratelimit-reset-requests': '1.1s',
  })
  expect(anthropicHeaders(state, Date.UTC(2026, 0, 1))).toEqual({
    'anthropic-ratelimit-requests-limit': '60',
    'anthropic-ratelimit-requests-remaining': '58',
    'anthropic-ratelimit-requests-reset': '2026-01-01T00:00:02Z',
  })
})
