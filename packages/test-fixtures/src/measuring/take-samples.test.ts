import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Clock } from './clock.ts'
import { smallestTick } from './clock.ts'
import { mostSamples, takeSamples } from './take-samples.ts'

/** A clock that only moves when a call takes its time. */
function stillClock(resolution = 1e-6): Clock & { pass(ms: number): void } {
  let time = 0
  return { resolution, now: () => time, pass: (ms) => (time += ms) }
}

test('samples are milliseconds per call, and a slow function is called once per sample', async () => {
  const clock = stillClock()
  const taken = await takeSamples(() => clock.pass(4), {}, clock)
  expect(taken.callsPerSample).toBe(1)
  expect(taken.samples).toEqual(Array<number>(75).fill(4))
})

test.each([
  [10, 30],
  [40, 15],
  [200, 6],
  [1000, 5],
  [5000, 3],
])('calls of %d ms get %d samples', async (perCall, count) => {
  const clock = stillClock()
  expect((await takeSamples(() => clock.pass(perCall), {}, clock)).samples).toHaveLength(count)
})

test('at most 200 samples, however fast a call is', async () => {
  const clock = stillClock()
  expect((await takeSamples(() => clock.pass(0.1), {}, clock)).samples).toHaveLength(mostSamples)
})

test('a fast function is called often enough that the resolution does not show', async () => {
  await fc.assert(
    fc.asyncProperty(fc.double({ min: 1e-5, max: 1, noNaN: true }), fc.constantFrom(1e-6, 1e-3, 0.1), async (perCall, resolution) => {
      const clock = stillClock(resolution)
      const { samples, callsPerSample } = await takeSamples(() => clock.pass(perCall), { samples: 3 }, clock)
      expect(callsPerSample * perCall).toBeGreaterThanOrEqual(Math.min(1000 * resolution, 1e6 * perCall) * 0.999)
      for (const sample of samples) expect(sample).toBeCloseTo(perCall, 6)
    }),
    { numRuns: 30 },
  )
})

test('warm-up is kept apart and ends when times are stable', async () => {
  const clock = stillClock()
  let call = 0
  const taken = await takeSamples(() => clock.pass(1 + 8 * 0.5 ** call++), {}, clock)
  expect(taken.warmup[0]).toBe(9)
  expect(taken.warmup.length).toBeGreaterThan(10)
  expect(Math.max(...taken.samples)).toBeLessThan(1.02)
})

test('warm-up that never settles ends with a third of the budget', async () => {
  const clock = stillClock()
  let call = 0
  const taken = await takeSamples(() => clock.pass(1 + (call++ % 97)), { budgetMs: 3000 }, clock)
  const spent = taken.warmup.reduce((sum, sample) => sum + sample, 0)
  expect(spent).toBeGreaterThanOrEqual(1000)
  expect(spent).toBeLessThan(1000 + 98)
})

test('a fixed warm-up and a fixed number of samples are kept exactly', async () => {
  const clock = stillClock()
  let calls = 0
  const taken = await takeSamples(
    () => {
      calls++
      clock.pass(2)
    },
    { warmup: 0, samples: 5 },
    clock,
  )
  expect(taken).toEqual({ samples: [2, 2, 2, 2, 2], warmup: [], callsPerSample: 1 })
  expect(calls).toBe(5)
})

test('promises are awaited, and their failure is the failure of the measurement', async () => {
  const clock = stillClock()
  const slow = async (): Promise<void> => {
    await Promise.resolve()
    clock.pass(3)
  }
  expect((await takeSamples(slow, { samples: 2, warmup: 1 }, clock)).samples).toEqual([3, 3])
  await expect(takeSamples(() => Promise.reject(new Error('no device')), {}, clock)).rejects.toThrow('no device')
})

test("stops at the test's time-out", async () => {
  const clock = stillClock()
  const controller = new AbortController()
  const run = takeSamples(
    () => {
      clock.pass(1000)
      if (clock.now() > 5000) controller.abort(new Error('timed out'))
    },
    { samples: 100 },
    clock,
    controller.signal,
  )
  await expect(run).rejects.toThrow('timed out')
})

test('the smallest tick is the smallest step between two different readings', () => {
  let reading = 0
  expect(smallestTick(() => Math.floor(reading++ / 3) * 5)).toBe(5)
})
