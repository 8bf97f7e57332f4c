import fc from 'fast-check'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { LoadError } from './load-result.ts'
import { type LoadPlan, runLoad } from './run-load.ts'

const plan: LoadPlan = { concurrency: 1, iterations: 10, seconds: 3600, maxErrors: 0, everyMs: 0 }
const never = new AbortController().signal
/** A clock that the work moves. */
function manual(): { now: () => number; pass: (ms: number) => void } {
  let time = 0
  return { now: () => time, pass: (ms) => void (time += ms) }
}

test('every iteration runs once, never more at a time than asked for', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 12 }), async (iterations, concurrency) => {
      const seen: number[] = []
      let [running, most] = [0, 0]
      const work = async ({ iteration }: { iteration: number }): Promise<void> => {
        most = Math.max(most, ++running)
        seen.push(iteration)
        await Promise.resolve()
        running--
      }
      const result = await runLoad(work, { ...plan, iterations, concurrency }, never, manual().now)
      expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: iterations }, (_, index) => index))
      expect(most).toBe(Math.min(iterations, concurrency))
      expect(result).toMatchObject({ iterations, failed: 0, errors: [], endedBy: 'iterations' })
      expect(result.latencies).toHaveLength(iterations)
    }),
    { numRuns: 30 },
  )
})

test('time ends it: the iteration under way is finished, none is started after', async () => {
  const { now, pass } = manual()
  const result = await runLoad(() => pass(400), { ...plan, iterations: 1000, seconds: 1 }, never, now)
  expect(result).toMatchObject({ iterations: 3, endedBy: 'seconds', seconds: 1.2, latencies: [400, 400, 400] })
})

test('an error ends it, and says at which iteration', async () => {
  const fail = ({ iteration }: { iteration: number }): void => {
    if (iteration === 3) throw new Error('out of memory')
  }
  const result = await runLoad(fail, plan, never, manual().now)
  expect(result).toMatchObject({ iterations: 4, failed: 1, endedBy: 'errors', errors: [{ iteration: 3 }] })
  expect(new LoadError('stress', result).message).toBe('stress: iteration 3 failed: out of memory\n  1 of 4 iterations failed')
})

test('errors that are borne are counted, the first five kept', async () => {
  const fail = ({ iteration }: { iteration: number }): void => {
    if (iteration % 2 === 1) throw new Error(`no ${iteration}`)
  }
  const result = await runLoad(fail, { ...plan, iterations: 20, maxErrors: 20 }, never, manual().now)
  expect(result).toMatchObject({ iterations: 20, failed: 10, endedBy: 'iterations' })
  expect(result.latencies).toHaveLength(10)
  expect(new LoadError('soak', result).message).toBe(
    'soak: iteration 1 failed: no 1\n  10 of 20 iterations failed, also 3, 5, 7, 9 and 5 more',
  )
})

test('a hanging iteration is left when the signal aborts', async () => {
  const controller = new AbortController()
  const hanging = runLoad(
    () => new Promise(() => {}),
    plan,
    controller.signal,
    () => performance.now(),
  )
  controller.abort(new Error('the test timed out'))
  await expect(hanging).rejects.toThrow('the test timed out')
  await expect(runLoad(() => {}, plan, controller.signal, manual().now)).rejects.toThrow('the test timed out')
})

test('work that awaits only settled promises does not starve timers', async () => {
  const controller = new AbortController()
  const endless = runLoad(
    () => Promise.resolve(),
    { ...plan, iterations: 1_000_000_000 },
    controller.signal,
    () => performance.now(),
  )
  void setTimeout(30).then(() => controller.abort(new Error('enough')))
  await expect(endless).rejects.toThrow('enough')
})

test('memory is bounded: of very many latencies some are kept', async () => {
  const { now, pass } = manual()
  const result = await runLoad(() => pass(0.001), { ...plan, iterations: 30_000 }, never, now)
  expect(result.iterations).toBe(30_000)
  expect(result.latencies.length).toBeLessThanOrEqual(10_000)
  expect(result.latencies.length).toBeGreaterThan(5000)
})
