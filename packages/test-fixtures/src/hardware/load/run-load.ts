import { setImmediate, setTimeout } from 'node:timers/promises'
import { sampleBuffer } from '../telemetry/sample-buffer.ts'
import { errorsKept, type IterationError, type LoadResult, type Work } from './load-result.ts'

export interface LoadPlan {
  readonly concurrency: number
  readonly iterations: number
  readonly seconds: number
  /** Failing iterations that do not end it. */
  readonly maxErrors: number
  /** Least milliseconds from the start of an iteration to the start of the next in the same lane. */
  readonly everyMs: number
}

/** Latencies that are kept; even. */
const latenciesKept = 10_000

/** Longest time without a turn for timers and sockets, ms: work that only awaits settled promises would starve the test's timeout. */
const turnEveryMs = 20

/**
 * Runs the work in lanes until a bound is reached. A failing iteration does not stop the others, until there are more than `maxErrors`.
 * @param now milliseconds of a clock that only moves forward
 * @throws the signal's reason, at once when it aborts, also while an iteration hangs
 */
export async function runLoad(work: Work, plan: LoadPlan, signal: AbortSignal, now: () => number): Promise<LoadResult> {
  signal.throwIfAborted()
  const latencies = sampleBuffer('first', latenciesKept)
  const errors: IterationError[] = []
  const began = now()
  const end = began + plan.seconds * 1000
  let [started, finished, failed] = [0, 0, 0]
  let endedBy: LoadResult['endedBy'] = 'iterations'
  let lastTurn = began

  const mayStart = (): boolean => {
    if (failed > plan.maxErrors) endedBy = 'errors'
    else if (started >= plan.iterations) endedBy = 'iterations'
    else if (now() >= end) endedBy = 'seconds'
    else return true
    return false
  }
  const iterate = async (): Promise<void> => {
    const iteration = started++
    const start = now()
    try {
      await work({ iteration, signal })
      latencies.push(now() - start)
    } catch (error) {
      if (signal.aborted) throw signal.reason
      failed++
      if (errors.length < errorsKept) errors.push({ iteration, error })
    } finally {
      finished++
    }
  }
  const lane = async (): Promise<void> => {
    while (mayStart()) {
      const start = now()
      await iterate()
      signal.throwIfAborted()
      const pause = Math.min(plan.everyMs - (now() - start), end - now())
      if (pause > 0) await setTimeout(pause, undefined, { signal })
      else if (now() - lastTurn >= turnEveryMs) {
        await setImmediate()
        lastTurn = now()
      }
    }
  }
  const lanes = Promise.all(Array.from({ length: Math.min(plan.concurrency, plan.iterations) }, lane))
  await orAborted(lanes, signal)
  return {
    iterations: finished,
    failed,
    errors: errors.toSorted((a, b) => a.iteration - b.iteration),
    seconds: (now() - began) / 1000,
    endedBy,
    latencies: latencies.samples,
  }
}

/** Work that hangs cannot be stopped, but left. */
async function orAborted(work: Promise<unknown>, signal: AbortSignal): Promise<void> {
  const aborted = Promise.withResolvers<never>()
  const abort = (): void => aborted.reject(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  try {
    await Promise.race([work, aborted.promise])
  } finally {
    signal.removeEventListener('abort', abort)
    work.catch(() => {})
  }
}
