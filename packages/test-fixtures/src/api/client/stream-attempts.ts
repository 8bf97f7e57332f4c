import type { ApiProviderName } from '@vitest-hardware/contracts'
import { ApiError } from '../api-error.ts'
import type { ChatEvent } from '../provider.ts'
import { type AttemptLog, type AttemptOptions, waitToRetry } from './attempts.ts'

/** When the pieces of a stream came, filled in while they come. */
export interface StreamTimes {
  timeToFirstTokenMs: number | null
  gapsMs: number[]
}

/**
 * Reads a stream, and opens it again where it fails before its first piece.
 *
 * @param open one attempt; the signal is the caller's and that of a stall
 * @throws {ApiError} the last attempt's
 */
export async function* streamWithRetries(
  open: (signal: AbortSignal) => AsyncIterable<ChatEvent>,
  times: StreamTimes,
  stallMs: number,
  log: AttemptLog,
  options: AttemptOptions & { readonly provider: ApiProviderName },
): AsyncGenerator<ChatEvent> {
  const { circuit, environment, signal, provider } = options
  for (;;) {
    const settle = circuit.enter()
    log.attemptAt = environment.now()
    let lastAt = log.attemptAt
    let outcome: ApiError | 'complete' | 'left' = 'left'
    const watch = watchForStall(stallMs, signal)
    try {
      for await (const event of open(watch.signal)) {
        const now = environment.now()
        if (event.type === 'end') {
          outcome = 'complete'
        } else {
          if (times.timeToFirstTokenMs === null) times.timeToFirstTokenMs = now - log.attemptAt
          else times.gapsMs.push(now - lastAt)
          lastAt = now
        }
        watch.pause()
        yield event
        watch.resume()
      }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      outcome = watch.stalled ? stalledError(provider, stallMs) : error
    } finally {
      watch.end()
      settle(outcome === 'complete' ? null : outcome === 'left' ? 'aborted' : outcome.kind)
    }
    if (!(outcome instanceof ApiError)) return
    if (times.timeToFirstTokenMs !== null) throw outcome
    await waitToRetry(outcome, log, options)
  }
}

/** Aborts where nothing comes for a while; the time that the reader takes for a piece does not count. */
function watchForStall(stallMs: number, signal: AbortSignal | undefined) {
  const controller = new AbortController()
  let stalled = false
  const start = () =>
    setTimeout(() => {
      stalled = true
      controller.abort()
    }, stallMs)
  let timer = start()
  return {
    signal: signal === undefined ? controller.signal : AbortSignal.any([signal, controller.signal]),
    get stalled() {
      return stalled
    },
    pause: () => clearTimeout(timer),
    resume() {
      timer = start()
    },
    end: () => clearTimeout(timer),
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
