import { type ApiProviderName, UsageError } from '@vitest-hardware/contracts'
import { abortedError, ApiError, type ApiErrorKind, kindOfStatus } from './api-error.ts'
import type { CallOptions, StreamOptions } from './provider.ts'
import { retryAfterOf } from './resilience/retry-after.ts'

/** The classes of errors that the three vendors' clients have under the same names. */
export interface SdkErrors {
  readonly APIError: ErrorClass
  readonly APIConnectionError: ErrorClass
  readonly APIConnectionTimeoutError: ErrorClass
  readonly APIUserAbortError: ErrorClass
}
type ErrorClass = abstract new (...args: never[]) => Error

export interface Translation {
  readonly provider: ApiProviderName
  readonly errors: SdkErrors
  /** Cut out of every message. */
  readonly apiKey: string
}

/** What an error of a vendor's client may hold; all of it is optional, as the classes differ. */
interface SdkErrorFacts {
  readonly status?: number | undefined
  readonly headers?: Headers | undefined
  readonly error?: unknown
}

/** Turns whatever a vendor's client throws into an {@link ApiError}. */
export function translateError(thrown: unknown, { provider, errors, apiKey }: Translation): ApiError | UsageError {
  if (thrown instanceof ApiError) return thrown
  const wrongUse = usageErrorIn(thrown)
  if (wrongUse !== null) return wrongUse
  const { status = null, headers, error: body } = factsOf(thrown, errors)
  const kind = kindOf(thrown, errors, status, body)
  const requestId = headers?.get('x-request-id') ?? headers?.get('request-id') ?? null
  return new ApiError(`${provider}: ${withoutSecret(messageOf(thrown, status, body), apiKey)}`, {
    kind,
    provider,
    status,
    retryAfterMs: retryAfterOf(headers, Date.now()),
    requestId: requestId === null ? null : withoutSecret(requestId, apiKey),
  })
}

/** The clients wrap what `fetch` throws, and a cassette says there what is wrong with it. */
function usageErrorIn(thrown: unknown): UsageError | null {
  let error = thrown
  for (let depth = 0; depth < 4 && error instanceof Error; depth++) {
    if (error instanceof UsageError) return error
    error = error.cause
  }
  return null
}

function factsOf(thrown: unknown, errors: SdkErrors): SdkErrorFacts {
  return thrown instanceof errors.APIError ? (thrown as SdkErrorFacts) : {}
}

function kindOf(thrown: unknown, errors: SdkErrors, status: number | null, body: unknown): ApiErrorKind {
  if (thrown instanceof errors.APIUserAbortError) return 'aborted'
  if (thrown instanceof errors.APIConnectionTimeoutError) return 'timeout'
  if (thrown instanceof errors.APIConnectionError) return 'connection'
  if (status !== null) return kindOfStatus(status)
  if (thrown instanceof errors.APIError) return kindOfEvent(body)
  if (thrown instanceof SyntaxError) return 'malformed-stream'
  if (thrown instanceof Error && thrown.name === 'AbortError') return 'aborted'
  // a socket that closes in the middle of a body reaches us as fetch's own error
  return 'connection'
}

/** An error that a vendor sends as an event of a stream has no status, only a type. */
function kindOfEvent(body: unknown): ApiErrorKind {
  const type = typeOf(body)
  if (/overloaded/.test(type)) return 'overloaded'
  if (/rate_limit/.test(type)) return 'rate-limit'
  if (/timeout/.test(type)) return 'timeout'
  if (/invalid_request/.test(type)) return 'bad-request'
  return 'server'
}

function typeOf(body: unknown): string {
  if (typeof body !== 'object' || body === null) return ''
  // Anthropic's client hands over the whole event, the others the error inside
  if ('error' in body && typeof body.error === 'object') return typeOf(body.error)
  const { type, code } = body as { type?: unknown; code?: unknown }
  return [type, code].filter((part) => typeof part === 'string').join(' ')
}

/** The vendor's own sentence where there is one; two of the clients put it among the JSON around it. */
function messageOf(thrown: unknown, status: number | null, body: unknown): string {
  const said = sentenceOf(body)
  if (said !== null) return status === null ? said : `${status} ${said}`
  if (!(thrown instanceof Error)) return String(thrown)
  const causes: string[] = []
  for (let cause = thrown.cause; cause instanceof Error && causes.length < 3; cause = cause.cause) causes.push(cause.message)
  return [thrown.message, ...causes].filter((text) => text !== '').join(': ')
}

function sentenceOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null) return null
  if ('error' in body && typeof body.error === 'object') return sentenceOf(body.error)
  return 'message' in body && typeof body.message === 'string' && body.message !== '' ? body.message : null
}

/** Vendors repeat a wrong key in their answer, whole or with its middle masked; neither belongs into a report. */
export function withoutSecret(text: string, apiKey: string): string {
  const whole = apiKey === '' ? text : text.replaceAll(apiKey, '[key]')
  return whole.replaceAll(/\b(?:sk|gsk)[-_][\w*-]{6,}/g, '[key]')
}

/** @throws {ApiError} whatever `call` throws */
export async function translateCall<Result>(translation: Translation, call: () => Promise<Result>): Promise<Result> {
  try {
    return await call()
  } catch (error) {
    throw translateError(error, translation)
  }
}

/** What the vendors' clients give for a stream. */
export interface SdkStream<Chunk> extends AsyncIterable<Chunk> {
  readonly controller: AbortController
}

/** A stream that is still to be opened, and how its failures are called. */
export interface StreamSource<Chunk> {
  open(): Promise<SdkStream<Chunk>>
  /** The failure of opening or reading. The clients end an aborted stream as if it were complete, so that is asked first. */
  failure(thrown: unknown): Error
}

export function streamSource<Chunk>(
  translation: Translation,
  { signal, onOpen }: StreamOptions,
  create: (options: CallOptions) => Promise<SdkStream<Chunk>>,
): StreamSource<Chunk> {
  let ended = false
  return {
    failure: (thrown) => (ended || signal?.aborted === true ? abortedError(translation.provider) : translateError(thrown, translation)),
    async open() {
      const stream = await create(signal === undefined ? {} : { signal })
      onOpen?.(() => {
        ended = true
        stream.controller.abort()
      })
      return stream
    },
  }
}
