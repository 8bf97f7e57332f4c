import type { Recorder } from '../../recording/recorder.ts'
import { bounded } from './bounds.ts'
import { LoadError, type RecordedLoad, type LoadResult, type Work } from './load-result.ts'
import { runLoad } from './run-load.ts'

export interface LoadBounds {
  /** Failing iterations that are borne; with one more it ends and the test fails. @default 0 */
  readonly maxErrors?: number
  /** Ends it, besides the test's own signal. */
  readonly signal?: AbortSignal
}

export interface StressOptions extends LoadBounds {
  /** Iterations under way at the same time, 1 … 1024. @default 4 */
  readonly concurrency?: number
  /** 1 … 1,000,000. @default 100, or 1,000,000 where `seconds` is given */
  readonly iterations?: number
  /** No iteration starts after this time; up to a day. Give the test a longer timeout. @default 3600 */
  readonly seconds?: number
}

/**
 * Many iterations at once. Whichever bound is reached first ends it. Their times are the series `stress-latency` (ms).
 * @throws {LoadError} more than `maxErrors` iterations failed; names the first
 * @throws {UsageError} a bound out of range
 */
export type Stress = (work: Work, options?: StressOptions) => Promise<RecordedLoad>

export interface SoakOptions extends LoadBounds {
  /** No iteration starts after this time; up to a day. Give the test a longer timeout. @default 60 */
  readonly seconds?: number
  /** 1 … 1,000,000. @default 1,000,000 */
  readonly maxIterations?: number
  /** Milliseconds from the start of one iteration to the start of the next, up to an hour; a longer iteration is followed at once. @default 0 */
  readonly everyMs?: number
}

/**
 * One iteration after another for a long time. Their times are the series `soak-latency` (ms).
 * @throws {LoadError} more than `maxErrors` iterations failed; names the first
 * @throws {UsageError} a bound out of range
 */
export type Soak = (work: Work, options?: SoakOptions) => Promise<RecordedLoad>

export function stressFor(recorder: Recorder, testSignal: AbortSignal): Stress {
  return async (work, options = {}) => {
    const { concurrency = 4, seconds = 3600, maxErrors = 0, signal } = options
    const { iterations = options.seconds === undefined ? 100 : 1_000_000 } = options
    const plan = {
      concurrency: bounded('stress', 'concurrency', concurrency, 1),
      iterations: bounded('stress', 'iterations', iterations, 1),
      seconds: bounded('stress', 'seconds', seconds, 0),
      maxErrors: bounded('stress', 'maxErrors', maxErrors, 0),
      everyMs: 0,
    }
    return recorded('stress', await runLoad(work, plan, both(testSignal, signal), () => performance.now()), maxErrors, recorder)
  }
}

export function soakFor(recorder: Recorder, testSignal: AbortSignal): Soak {
  return async (work, { seconds = 60, maxIterations = 1_000_000, everyMs = 0, maxErrors = 0, signal } = {}) => {
    const plan = {
      concurrency: 1,
      iterations: bounded('soak', 'iterations', maxIterations, 1),
      seconds: bounded('soak', 'seconds', seconds, 0),
      maxErrors: bounded('soak', 'maxErrors', maxErrors, 0),
      everyMs: bounded('soak', 'everyMs', everyMs, 0),
    }
    return recorded('soak', await runLoad(work, plan, both(testSignal, signal), () => performance.now()), maxErrors, recorder)
  }
}

function recorded(kind: string, result: LoadResult, maxErrors: number, recorder: Recorder): RecordedLoad {
  if (result.failed > maxErrors) throw new LoadError(kind, result)
  const facts = {
    metric: `${kind}-latency`,
    unit: 'ms',
    direction: 'lower',
    batchSize: null,
    precision: null,
    provenance: 'measured',
  } as const
  const latency = result.latencies.length === 0 ? null : recorder.add({ ...facts, samples: [...result.latencies], warmup: [] })
  return { ...result, latency }
}

function both(own: AbortSignal, other: AbortSignal | undefined): AbortSignal {
  return other === undefined ? own : AbortSignal.any([own, other])
}
