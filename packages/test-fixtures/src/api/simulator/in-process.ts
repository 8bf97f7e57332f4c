import type { RequestHandler } from 'msw'
import type { Msw } from './load-msw.ts'

/**
 * A `fetch` that asks request handlers and nothing else: no socket is opened, and a request that no handler knows fails as an unknown host does.
 * As the real one it rejects with the signal's reason when the request is aborted.
 */
export function fetchFromHandlers(msw: Msw, handlers: readonly RequestHandler[]): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const response = await orAborted(msw.getResponse([...handlers], request), request.signal)
    if (response === undefined || response.type === 'error')
      throw new TypeError('fetch failed', { cause: new Error('simulated connection failure') })
    return response
  }
}

function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason)
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort)
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
