import type { ApiProviderName } from '@vitest-hardware/contracts'
import type { Random } from './random.ts'
import type { Quota } from './token-bucket.ts'

/** A request as a vendor's route sees it. */
export interface VendorRequest {
  readonly method: string
  /** Below the vendor's base address, e.g. `/chat/completions`. */
  readonly path: string
  readonly headers: Headers
  /** Parsed JSON; undefined where there was no body. */
  readonly body: unknown
  readonly random: Random
  /** Seconds since 1970, for fields like `created`. */
  readonly created: number
}

/** A piece of a streamed answer. */
export interface StreamEvent {
  /** As on the wire. */
  readonly text: string
  /** It carries a token, so the model needed time for it. */
  readonly token: boolean
}

/** A good answer: whole, or in events. */
export type VendorAnswer =
  | { readonly kind: 'json'; readonly body: unknown; readonly inputTokens: number; readonly outputTokens: number }
  | { readonly kind: 'stream'; readonly events: readonly StreamEvent[]; readonly inputTokens: number; readonly outputTokens: number }

/** One path of a vendor's API. */
export interface VendorRoute {
  readonly method: 'GET' | 'POST'
  readonly path: RegExp
  /** @throws {Refusal} where the vendor would refuse the request. */
  answer(request: VendorRequest, match: RegExpMatchArray): VendorAnswer
}

/** What is left of the quotas, for the vendor's headers. */
export interface QuotaState {
  readonly requests: { readonly quota: Quota; readonly remaining: number; readonly fullInMs: number }
  readonly tokens: { readonly quota: Quota; readonly remaining: number; readonly fullInMs: number } | null
}

/** A refusal in no vendor's words; the vendor gives it a body. */
export interface RefusalFacts {
  readonly status: number
  readonly message: string
  /** OpenAI-like: which parameter. */
  readonly param?: string
  /** OpenAI-like: machine-readable reason. */
  readonly code?: string
}

/** Thrown by a route that refuses a request. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly facts: RefusalFacts

  constructor(facts: RefusalFacts) {
    super(facts.message)
    this.facts = facts
  }
}

/** How one vendor's API looks on the wire. */
export interface SimulatedVendor {
  readonly name: ApiProviderName
  /** The vendor's own address, as its client has it by default. */
  readonly baseUrl: string
  /** What stands between the address's origin and a route's path. */
  readonly pathPrefix: string
  readonly maxBodyBytes: number
  readonly routes: readonly VendorRoute[]
  /** The key that a request brings, null without one. */
  keyOf(headers: Headers): string | null
  /** What else the vendor demands of every request. @throws {Refusal} where it is missing. */
  check(headers: Headers): void
  /** Usual message for a status, where a failure is drawn rather than caused. */
  usualMessage(status: number): RefusalFacts
  errorBody(facts: RefusalFacts, requestId: string): unknown
  /** The name that an error event in the middle of a stream has; null where it has none, and only the data says it. */
  readonly streamErrorEvent: string | null
  /** The id of a request and the headers that tell it. */
  idOf(random: Random): { readonly id: string; readonly headers: Readonly<Record<string, string>> }
  /** Rate-limit headers. @param epoch - milliseconds since 1970. */
  quotaHeaders(state: QuotaState, epoch: number): Record<string, string>
}
