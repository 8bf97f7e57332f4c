import { median } from '@vitest-hardware/statistics'
import type { Clock } from './clock.ts'

export interface SamplingOptions {
  /**
   * Calls before the first sample. 0 measures a cold start.
   * @default until stable: five samples whose median is within 2 % of the median of the five before, within a third of the budget
   */
  readonly warmup?: number
  /** Exactly this many samples, whatever the budget. @default by the budget, 3 … 200 */
  readonly samples?: number
  /** Time for the samples, ms. Slow calls get more: 15 samples within 4 budgets, 5 within 20, else 3. @default 300 */
  readonly budgetMs?: number
}

/** Milliseconds per call. */
export interface TakenSamples {
  readonly samples: number[]
  readonly warmup: number[]
  /** Calls in one sample; above 1 for functions that are fast for the clock. */
  readonly callsPerSample: number
}

export const defaultBudgetMs = 300
export const mostSamples = 200

/** How many samples are enough once this many budgets are spent: a slow call on a slow device must not take minutes. */
const enoughAfter: readonly { readonly budgets: number; readonly samples: number }[] = [
  { budgets: 1, samples: 15 },
  { budgets: 4, samples: 5 },
  { budgets: 20, samples: 3 },
]

/** A sample is at least this many ticks of the clock long, so that rounding changes it by 0.1 % at most … */
const ticksPerSample = 1000
/** … and at least this long (ms), so that reading the clock, some 50 ns, does not show. */
const shortestSample = 0.05
/** Samples in each of the two windows that decide whether warm-up is over. */
const stableWindow = 5
const stableWithin = 0.02
const warmupShare = 1 / 3

/**
 * Times a function. Warm-up comes first and is kept apart: just-in-time compilers, caches and lazily built kernels make first calls slow.
 * Fast functions are called several times per sample; that number is found during warm-up.
 * A function that returns a promise is awaited, call by call.
 *
 * @throws what `fn` throws, and `signal`'s reason
 */
export async function takeSamples(fn: () => unknown, options: SamplingOptions, clock: Clock, signal?: AbortSignal): Promise<TakenSamples> {
  const { budgetMs = defaultBudgetMs } = options
  const warmup: number[] = []
  const shortest = Math.max(shortestSample, ticksPerSample * clock.resolution)
  const sample = async (calls: number): Promise<number> => {
    signal?.throwIfAborted()
    return (await timeCalls(fn, calls, clock)) / calls
  }

  let calls = 1
  const wall = (): number => clock.wall?.() ?? clock.now()
  const warmUntil = wall() + budgetMs * warmupShare
  if (options.warmup === undefined) {
    while (!isStable(warmup) && (warmup.length === 0 || wall() < warmUntil)) {
      const perCall = await sample(calls)
      warmup.push(perCall)
      const needed = callsFor(perCall, shortest)
      // a first call is too slow to go by, so the number only ever grows
      if (needed > calls) calls = needed
    }
  } else {
    for (let call = 0; call < options.warmup; call++) warmup.push(await sample(1))
    const fastest = warmup.length > 0 ? Math.min(...warmup) : Number.POSITIVE_INFINITY
    calls = callsFor(fastest, shortest)
  }

  const samples: number[] = []
  const start = wall()
  const isEnough = (): boolean => {
    if (options.samples !== undefined) return samples.length >= options.samples
    const spent = (wall() - start) / budgetMs
    return samples.length >= mostSamples || enoughAfter.some((step) => spent >= step.budgets && samples.length >= step.samples)
  }
  while (!isEnough()) samples.push(await sample(calls))
  return { samples, warmup, callsPerSample: calls }
}

async function timeCalls(fn: () => unknown, calls: number, clock: Clock): Promise<number> {
  const start = clock.now()
  for (let call = 0; call < calls; call++) {
    const result = fn()
    // awaiting what is no promise would add a turn of the microtask queue to each call
    if (isThenable(result)) await result
  }
  return clock.now() - start
}

function callsFor(perCall: number, shortest: number): number {
  return perCall >= shortest ? 1 : Math.min(1_000_000, Math.ceil(shortest / Math.max(perCall, 1e-6)))
}

function isStable(warmup: readonly number[]): boolean {
  if (warmup.length < 2 * stableWindow) return false
  const newest = median(warmup.slice(-stableWindow))
  const before = median(warmup.slice(-2 * stableWindow, -stableWindow))
  return Math.abs(newest - before) <= stableWithin * before
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}
