import { abortedError, ApiError } from '../api-error.ts'
import { decideRetry, type RetryPolicy } from '../resilience/retry.ts'
import type { CallEnvironment } from './call-environment.ts'
import type { Circuit } from './circuit.ts'

/** How a call went, filled in while it goes. */
export interface AttemptLog {
  readonly startedAt: number
  /** Start of the newest attempt. */
  attemptAt: number
  retries: number
  waitedMs: number
}

export interface AttemptOptions {
  readonly policy: RetryPolicy
  readonly circuit: Circuit
  readonly environment: CallEnvironment
  /** Each ends the waiting, and nothing is tried after it. */
  readonly signals: readonly AbortSignal[]
}

export function startLog(environment: CallEnvironment): AttemptLog {
  const startedAt = environment.now()
  return { startedAt, attemptAt: startedAt, retries: 0, waitedMs: 0 }
}

/**
 * Tries until it succeeds or the policy says that it is enough. Each attempt goes through the circuit.
 * @throws {ApiError} the last attempt's
 */
export async function withRetries<Result>(attempt: () => Promise<Result>, log: AttemptLog, options: AttemptOptions): Promise<Result> {
  const { environment, circuit } = options
  for (;;) {
    const settle = circuit.enter()
    log.attemptAt = environment.now()
    try {
      const result = await attempt()
      settle(null)
      return result
    } catch (error) {
      settle(error instanceof ApiError ? error.kind : 'aborted')
      if (!(error instanceof ApiError)) throw error
      await waitToRetry(error, log, options)
    }
  }
}

/**
 * Waits before the next attempt.
 * @throws {ApiError} the given one where there is none, `aborted` where the caller gives up meanwhile
 */
export async function waitToRetry(failed: ApiError, log: AttemptLog, { policy, environment, signals }: AttemptOptions): Promise<void> {
  const elapsedMs = environment.now() - log.startedAt
  const failure = { kind: failed.kind, retryAfterMs: failed.retryAfterMs, retriesDone: log.retries, elapsedMs }
  const decision = decideRetry(failure, policy, () => environment.random())
  if (!decision.retry) throw failed
  try {
    await environment.wait(decision.waitMs, AbortSignal.any([...signals]))
  } catch {
    throw abortedError(failed.provider)
  }
  log.retries += 1
  log.waitedMs += decision.waitMs
}
