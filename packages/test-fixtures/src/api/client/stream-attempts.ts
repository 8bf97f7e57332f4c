import type { ApiProviderName } from '@vitest-hardware/contracts'
import { ApiError, type ApiErrorKind } from '../api-error.ts'
import type { ChatEvent, StreamOptions, TokenUsage } from '../provider.ts'
import { type AttemptLog, type AttemptOptions, startLog, waitToRetry } from './attempts.ts'
import type { InFlight } from './in-flight.ts'
import { type StallWatch, watchForStall } from './stall-watch.ts'

/** What a stream came to, filled in while it comes. */
export interface StreamLog extends AttemptLog {
  timeToFirstTokenMs: number | null
  readonly gapsMs: number[]
  usage: TokenUsage | null
  /** `aborted` as long as its reader has not come to the end. */
  error: ApiErrorKind | null
}

export interface StreamAttemptOptions extends AttemptOptions {
  readonly provider: ApiProviderName
  readonly stallMs: number
  readonly inFlight: InFlight
  /** Called once, however it ends. */
  readonly onEnd: (log: StreamLog) => void
}

/** Opens one attempt, which tells how to end it once it is open. */
export type OpenStream = (onOpen: NonNullable<StreamOptions['onOpen']>) => AsyncIterable<ChatEvent>

interface Attempt {
  readonly events: AsyncIterator<ChatEvent>
  readonly watch: StallWatch
  lastAt: number
  close(): void
}

/**
 * Reads a stream, and opens it again where it fails before its first piece. An iterator by hand, because each piece pays for every generator that
 * is put around the vendor's own.
 *
 * @throws {ApiError} by `next()`, the last attempt's
 */
export function streamWithRetries(open: OpenStream, options: StreamAttemptOptions): AsyncIterableIterator<ChatEvent> {
  const { environment } = options
  let log: StreamLog | null = null
  let attempt: Attempt | null = null
  let isOver = false

  const end = (ended: StreamLog): void => {
    attempt?.close()
    attempt = null
    if (isOver) return
    isOver = true
    options.onEnd(ended)
  }

  const next = async (): Promise<IteratorResult<ChatEvent>> => {
    if (isOver) return { done: true, value: undefined }
    log ??= { ...startLog(environment), timeToFirstTokenMs: null, gapsMs: [], usage: null, error: 'aborted' }
    for (;;) {
      try {
        attempt ??= startAttempt(open, log, options)
        attempt.watch.resume()
        const result = await attempt.events.next()
        attempt.watch.pause()
        if (result.done === true) end(log)
        else note(result.value, environment.now(), log, attempt)
        return result
      } catch (error) {
        await overcome(error, log)
      }
    }
  }

  /** Comes back where the stream is to be opened again. */
  const overcome = async (error: unknown, failed: StreamLog): Promise<void> => {
    const cause = error instanceof ApiError && attempt?.watch.stalled === true ? stalledError(options) : error
    try {
      if (!(cause instanceof ApiError)) throw cause
      failed.error = cause.kind
      attempt?.close()
      attempt = null
      if (failed.timeToFirstTokenMs !== null) throw cause
      await waitToRetry(cause, failed, options)
    } catch (last) {
      if (last instanceof ApiError) failed.error = last.kind
      end(failed)
      throw last
    }
  }

  return {
    [Symbol.asyncIterator]() {
      return this
    },
    next,
    async return() {
      const { events } = attempt ?? {}
      if (log !== null) end(log)
      isOver = true
      await events?.return?.()
      return { done: true, value: undefined }
    },
  }
}

function startAttempt(open: OpenStream, log: StreamLog, { circuit, environment, stallMs, inFlight }: StreamAttemptOptions): Attempt {
  const settle = circuit.enter()
  log.attemptAt = environment.now()
  log.error = 'aborted'
  const watch = watchForStall(stallMs)
  const leave = inFlight.add(() => watch.abort())
  return {
    events: open((how) => watch.opened(how))[Symbol.asyncIterator](),
    watch,
    lastAt: log.attemptAt,
    close() {
      watch.stop()
      leave()
      settle(log.error)
    },
  }
}

function note(event: ChatEvent, now: number, log: StreamLog, attempt: Attempt): void {
  if (event.type === 'end') {
    log.usage = event.reply.usage
    log.error = null
    return
  }
  if (log.timeToFirstTokenMs === null) log.timeToFirstTokenMs = now - log.attemptAt
  else log.gapsMs.push(now - attempt.lastAt)
  attempt.lastAt = now
}

function stalledError({ provider, stallMs }: StreamAttemptOptions): ApiError {
  return new ApiError(`${provider}: nothing came for ${stallMs} ms`, {
    kind: 'timeout',
    provider,
    status: null,
    retryAfterMs: null,
    requestId: null,
  })
}
