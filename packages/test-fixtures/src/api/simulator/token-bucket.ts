/** A quota as vendors state it: so many units a minute, all of which can be used at once. */
export interface Quota {
  /** Units that flow back per minute, > 0. */
  readonly perMinute: number
  /** Most units that can be saved up, > 0. @default perMinute */
  readonly burst?: number
}

/** What is left of a quota at a moment. */
export interface TokenBucket {
  readonly available: number
  /** Milliseconds on the clock that the caller uses. */
  readonly at: number
}

/** Outcome of asking for units: granted, or how long until they would be. */
export type TakenTokens =
  | { readonly granted: true; readonly bucket: TokenBucket }
  | { readonly granted: false; readonly bucket: TokenBucket; readonly waitMs: number }

/** A quota that nobody has used yet. */
export function fullBucket(quota: Quota, now: number): TokenBucket {
  return { available: quota.burst ?? quota.perMinute, at: now }
}

/** The bucket as it is at `now`. */
export function refill(quota: Quota, bucket: TokenBucket, now: number): TokenBucket {
  const elapsed = Math.max(0, now - bucket.at)
  return {
    available: Math.min(quota.burst ?? quota.perMinute, bucket.available + (elapsed * quota.perMinute) / 60_000),
    at: bucket.at + elapsed,
  }
}

/**
 * Takes `units` at once or none: the token bucket of RFC 2697 (Heinanen and Guérin, A Single Rate Three Color Marker), with one rate and one size.
 * A request for more than the bucket's size is never granted; its wait is the time until the bucket is full.
 */
export function takeTokens(quota: Quota, before: TokenBucket, units: number, now: number): TakenTokens {
  const bucket = refill(quota, before, now)
  // the clock's floating-point steps must not make a wait that was served a hair too short
  if (bucket.available + 1e-9 >= units)
    return { granted: true, bucket: { available: Math.max(0, bucket.available - units), at: bucket.at } }
  return {
    granted: false,
    bucket,
    waitMs: ((Math.min(units, quota.burst ?? quota.perMinute) - bucket.available) * 60_000) / quota.perMinute,
  }
}

/** Milliseconds until the bucket is full again. */
export function timeUntilFull(quota: Quota, bucket: TokenBucket): number {
  return (((quota.burst ?? quota.perMinute) - bucket.available) * 60_000) / quota.perMinute
}
