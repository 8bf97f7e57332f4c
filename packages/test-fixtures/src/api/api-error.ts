import type { ApiProviderName } from '@vitest-hardware/contracts'

/** What can go wrong between a client and a hosted model; the same words for all vendors. */
export const apiErrorKinds = [
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
  'malformed-stream',
  'aborted',
  'circuit-open',
] as const
export type ApiErrorKind = (typeof apiErrorKinds)[number]

export interface ApiErrorFacts {
  readonly kind: ApiErrorKind
  readonly provider: ApiProviderName
  /** HTTP status; null where no answer came, or the failure came in the middle of a stream. */
  readonly status: number | null
  /** How long the vendor asks to wait, milliseconds; null where it did not say. */
  readonly retryAfterMs: number | null
  /** The vendor's id of the request, for its support; null where it gave none. */
  readonly requestId: string | null
}

/**
 * A request that failed. It never carries the vendor's own error: that holds headers and bodies, and what a test throws is written to reports.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly kind: ApiErrorKind
  readonly provider: ApiProviderName
  readonly status: number | null
  readonly retryAfterMs: number | null
  readonly requestId: string | null

  constructor(message: string, { kind, provider, status, retryAfterMs, requestId }: ApiErrorFacts) {
    super(message)
    this.kind = kind
    this.provider = provider
    this.status = status
    this.retryAfterMs = retryAfterMs
    this.requestId = requestId
  }
}

const kindByStatus: Readonly<Record<number, ApiErrorKind>> = {
  400: 'bad-request',
  401: 'authentication',
  403: 'permission',
  404: 'not-found',
  408: 'timeout',
  409: 'conflict',
  413: 'too-large',
  422: 'unprocessable',
  429: 'rate-limit',
  529: 'overloaded',
}

/** The kind of an HTTP status above 399; other ones of a class fall to its general one. */
export function kindOfStatus(status: number): ApiErrorKind {
  return kindByStatus[status] ?? (status >= 500 ? 'server' : 'bad-request')
}

/** Of a request that its caller gave up. */
export function abortedError(provider: ApiProviderName): ApiError {
  return new ApiError(`${provider}: the request was aborted`, {
    kind: 'aborted',
    provider,
    status: null,
    retryAfterMs: null,
    requestId: null,
  })
}
