import type { ApiErrorKind } from '../api-error.ts'

export interface RetryPolicy {
  /** Attempts after the first; 0 for none. @default 2, as the vendors' own clients do */
  readonly retries: number
  /** Upper end of the first wait, milliseconds; it doubles from attempt to attempt. @default 500 */
  readonly baseMs: number
  /** No wait that is drawn is longer, milliseconds; what a vendor asks for may be. @default 8000 */
  readonly capMs: number
  /** For the whole call with its waits, milliseconds. @default 60000 */
  readonly deadlineMs: number
}

export const defaultRetryPolicy: RetryPolicy = { retries: 2, baseMs: 500, capMs: 8_000, deadlineMs: 60_000 }

/** Kinds of failure that the same request may not meet again. */
export const retryableKinds: ReadonlySet<ApiErrorKind> = new Set<ApiErrorKind>([
  'timeout',
  'conflict',
  'rate-limit',
  'server',
  'overloaded',
  'connection',
  'malformed-stream',
])

/**
 * How long to wait before an attempt: uniform in [0, min(cap, base·2ⁿ)), exponential backoff with full jitter
 * (M. Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog, 2015), so that clients that failed together do not come again together.
 *
 * @param retry 0 for the first attempt after a failure
 * @param random uniform in [0, 1)
 * @returns milliseconds
 */
export function backoffWithFullJitter(
  retry: number,
  { baseMs, capMs }: Pick<RetryPolicy, 'baseMs' | 'capMs'>,
  random: () => number,
): number {
  return random() * Math.min(capMs, baseMs * 2 ** retry)
}

export interface FailedAttempt {
  readonly kind: ApiErrorKind
  readonly retryAfterMs: number | null
  /** Attempts that came after the first so far. */
  readonly retriesDone: number
  /** Since the call began, milliseconds. */
  readonly elapsedMs: number
}

export type RetryDecision =
  | { readonly retry: true; readonly waitMs: number }
  | { readonly retry: false; readonly reason: 'not-retryable' | 'no-retries-left' | 'deadline' }

/** Whether to try again, and after how long: what the vendor asked for at least, else what backoff says. */
export function decideRetry(
  { kind, retryAfterMs, retriesDone, elapsedMs }: FailedAttempt,
  policy: RetryPolicy,
  random: () => number,
): RetryDecision {
  if (!retryableKinds.has(kind)) return { retry: false, reason: 'not-retryable' }
  if (retriesDone >= policy.retries) return { retry: false, reason: 'no-retries-left' }
  const waitMs = Math.max(retryAfterMs ?? 0, backoffWithFullJitter(retriesDone, policy, random))
  return elapsedMs + waitMs >= policy.deadlineMs ? { retry: false, reason: 'deadline' } : { retry: true, waitMs }
}
