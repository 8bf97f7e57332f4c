import type { SimulatorClock } from './clock.ts'
import { fullBucket, type Quota, refill, takeTokens, timeUntilFull, type TokenBucket } from './token-bucket.ts'
import type { QuotaState } from './vendor.ts'

/** How much a key may use. */
export interface RateLimit {
  readonly requestsPerMinute: number
  /** Requests that can be saved up, so be sent at once. @default requestsPerMinute */
  readonly burst?: number
  /** Input and output together. @default unlimited */
  readonly tokensPerMinute?: number
}

/** The two quotas of a key, as they are used up. */
export interface Quotas {
  /** @returns milliseconds until one more request would be granted, null where this one is. */
  takeRequest(): number | null
  /** @returns milliseconds until so many tokens would be granted, null where these are. */
  takeTokens(count: number): number | null
  state(): QuotaState
}

/** Quotas that start full. */
export function createQuotas({ requestsPerMinute, burst = requestsPerMinute, tokensPerMinute }: RateLimit, clock: SimulatorClock): Quotas {
  const requests = quotaOf({ perMinute: requestsPerMinute, burst }, clock)
  const tokens = tokensPerMinute === undefined ? null : quotaOf({ perMinute: tokensPerMinute }, clock)
  return {
    takeRequest: () => requests.take(1),
    takeTokens: (count) => tokens?.take(count) ?? null,
    state: () => ({ requests: requests.state(), tokens: tokens?.state() ?? null }),
  }
}

function quotaOf(quota: Quota, clock: SimulatorClock): { take(units: number): number | null; state(): QuotaState['requests'] } {
  let bucket: TokenBucket = fullBucket(quota, clock.now())
  return {
    take(units) {
      const taken = takeTokens(quota, bucket, units, clock.now())
      bucket = taken.bucket
      return taken.granted ? null : taken.waitMs
    },
    state() {
      bucket = refill(quota, bucket, clock.now())
      return { quota, remaining: bucket.available, fullInMs: timeUntilFull(quota, bucket) }
    },
  }
}
