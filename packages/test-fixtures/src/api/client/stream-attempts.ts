import type { ApiProviderName } from '@vitest-hardware/contracts'
import { ApiError, type ApiErrorKind } from '../api-error.ts'
import type { ChatEvent, StreamOptions, TokenUsage } from '../provider.ts'
import { type AttemptLog, type AttemptOptions, startLog, waitToRetry } from './attempts.ts'
import type { InFlight } from './in-flight.ts'
import { watchForStall } from './stall-watch.ts'

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

/**
 * Reads a stream, and opens it again where it fails before its first piece. All in one generator: each further one would cost every piece.
 *
 * @param open one attempt, which tells how to end it once it is open
 * @throws {ApiError} the last attempt's
 */
export async function* streamWithRetries(
  open: (onOpen: NonNullable<StreamOptions['onOpen']>) => AsyncIterable<ChatEvent>,
  options: StreamAttemptOptions,
): AsyncGenerator<ChatEvent> {
  const { circuit, environment, provider, stallMs } = options
  const log: StreamLog = { ...startLog(environment), timeToFirstTokenMs: null, gapsMs: [], usage: null, error: 'aborted' }
  try {
    for (;;) {
      const settle = circuit.enter()
      log.attemptAt = environment.now()
      let lastAt = log.attemptAt
      let failed: ApiError | null = null
      log.error = 'aborted'
      const watch = watchForStall(stallMs)
      const leave = options.inFlight.add(() => watch.abort())
      try {
        for await (const event of open((end) => watch.opened(end))) {
          watch.pause()
          const now = environment.now()
          if (event.type === 'end') {
            log.usage = event.reply.usage
            log.error = null
          } else {
            if (log.timeToFirstTokenMs === null) log.timeToFirstTokenMs = now - log.attemptAt
            else log.gapsMs.push(now - lastAt)
            lastAt = now
          }
          yield event
          watch.resume()
        }
        return
      } catch (error) {
        if (!(error instanceof ApiError)) throw error
        failed = watch.stalled ? stalledError(provider, stallMs) : error
        log.error = failed.kind
      } finally {
        watch.stop()
        leave()
        settle(log.error)
      }
      if (log.timeToFirstTokenMs !== null) throw failed
      await waitToRetry(failed, log, options)
    }
  } catch (error) {
    if (error instanceof ApiError) log.error = error.kind
    throw error
  } finally {
    options.onEnd(log)
  }
}

function stalledError(provider: ApiProviderName, stallMs: number): ApiError {
  return new ApiError(`${provider}: nothing came for ${stallMs} ms`, {
    kind: 'timeout',
    provider,
    status: null,
    retryAfterMs: null,
    requestId: null,
  })
}
