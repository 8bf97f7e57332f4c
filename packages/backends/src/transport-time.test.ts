import { expect, test } from 'vitest'
import { transportBegins, transportEnds, transportMilliseconds } from './transport-time.ts'

function during(body: () => void): number {
  const before = transportMilliseconds()
  body()
  return transportMilliseconds() - before
}

test('is what a call took here less what it took there', () => {
  const spent = during(() => {
    transportBegins(100)
    transportEnds(3, 105)
    transportBegins(200)
    transportEnds(1, 202)
  })
  expect(spent).toBeCloseTo(3, 9)
})

test('calls that overlap are one stretch of time', () => {
  const spent = during(() => {
    transportBegins(0)
    transportBegins(1)
    transportEnds(4, 6)
    transportEnds(3, 10)
  })
  expect(spent).toBeCloseTo(3, 9)
})

test('is never negative', () => {
  const spent = during(() => {
    transportBegins(0)
    transportEnds(1.005, 1)
  })
  expect(spent).toBe(0)
})
