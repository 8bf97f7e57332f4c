import { transportMilliseconds } from '@vitest-hardware/backends'
import { expect, test } from 'vitest'
import { performanceClock, sessionClock } from './clock.ts'
import { takeSamples } from './take-samples.ts'

test('a clock that stands still while tensors travel is asked for samples; budgets go by the time that passes', async () => {
  let passed = 0
  let counted = 0
  const clock = { now: () => counted, wall: () => passed, resolution: 0 }
  // 1 ms of the model in a call of 50 ms
  const call = (): void => {
    passed += 50
    counted += 1
  }
  const { samples } = await takeSamples(call, { budgetMs: 300 }, clock)
  expect(new Set(samples)).toEqual(new Set([1]))
  // 300 ms are 6 calls, and 15 samples are taken at least; by the clock alone it would be 200
  expect(samples).toHaveLength(15)
})

test('without sessions that live elsewhere the clock of sessions is the usual one', () => {
  const [usual, ours] = [performanceClock(), sessionClock()]
  expect(ours.resolution).toBe(usual.resolution)
  const before = usual.now()
  const now = ours.now() + transportMilliseconds()
  expect(now).toBeGreaterThanOrEqual(before)
  expect(now).toBeLessThanOrEqual(usual.now())
})
