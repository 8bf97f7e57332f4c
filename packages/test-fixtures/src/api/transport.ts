import type { ApiProviderName } from '@vitest-hardware/contracts'

/** Where a vendor's client sends its requests: the vendor itself, a simulator or a cassette. */
export interface ApiTransport extends AsyncDisposable {
  /** To be used instead of the global one; absent where the global one already leads there. */
  readonly fetch?: typeof fetch
  /** Absolute address that the vendor's client puts its paths behind, as its own default does (OpenAI's ends in `/v1`, the others' in the host). */
  readonly baseUrl: string
}

/** What a simulator can do to a request instead of answering it well. */
export const simulatedFailureNames = [
  'bad-request',
  'authentication',
  'permission',
  'not-found',
  'timeout',
  'conflict',
  'too-large',
  'unprocessable',
  'rate-limit',
  'server',
  'overloaded',
  'connection',
  'slow-first-byte',
  'stream-cut',
  'stream-stall',
  'stream-malformed',
] as const
export type SimulatedFailureName = (typeof simulatedFailureNames)[number]

/** One failure. `rate-limit` and `overloaded` can say when to come again. */
export interface SimulatedFailure {
  readonly kind: SimulatedFailureName
  /** Value of the `Retry-After` header: seconds, or an HTTP date as text. @default none */
  readonly retryAfter?: number | string
  /** HTTP status instead of the kind's own, e.g. 503 for `server`. @default the kind's */
  readonly status?: number
  /** `stream-*`: events of the stream that still come well. @default half of them */
  readonly afterEvents?: number
  /** `slow-first-byte`, `stream-stall`: how long nothing comes, milliseconds. @default 1000 */
  readonly delayMs?: number
}

/** By request: the n-th request meets the n-th entry, `null` is a good answer, and after the last all are. */
export type FailureSequence = readonly (SimulatedFailureName | SimulatedFailure | null)[]

/** By chance: the share of requests that meets each failure, 0 … 1, drawn from the seed. */
export interface FailureRates {
  readonly rates: Readonly<Partial<Record<SimulatedFailureName, number>>>
}

/** Lognormal: half of the values lie below `median`; `sigma` is the standard deviation of their logarithm. */
export interface LatencyDistribution {
  /** Milliseconds. */
  readonly median: number
  /** 0 gives the median always. */
  readonly sigma: number
}

export interface LatencyModel {
  /** From the request to the first token; an answer that does not stream comes when its last token would. */
  readonly firstToken: LatencyDistribution
  /** Between tokens. */
  readonly interToken: LatencyDistribution
}

/** How a vendor behaves, e.g. as calibrated from a cassette. */
export interface SimulatorProfile {
  readonly latency: LatencyModel
  /** @default no failures */
  readonly failures?: FailureRates
}

export interface SimulatorOptions {
  readonly provider: ApiProviderName
  /** Everything that is drawn is drawn from it. */
  readonly seed: number
  /** @default answers at once, and well: numbers of a vendor come from a cassette only */
  readonly profile?: SimulatorProfile
  /** Instead of the profile's. */
  readonly failures?: FailureSequence | FailureRates
  /** Instead of the profile's; `none` answers at once. */
  readonly latency?: LatencyModel | 'none'
}

export interface CassetteOptions {
  /** Absolute path of the cassette's file. */
  readonly path: string
  /** `record` lets requests through to the vendor and keeps them, scrubbed of secrets. */
  readonly mode: 'replay' | 'record'
  readonly provider: ApiProviderName
}

/** `startSimulator` of `simulator/index.ts`. */
export type StartSimulator = (options: SimulatorOptions) => Promise<ApiTransport>

/**
 * `openCassette` of `cassette/index.ts`.
 * @throws {UsageError} a cassette to replay that is not there or has another format
 */
export type OpenCassette = (options: CassetteOptions) => Promise<ApiTransport>
