import { setTimeout } from 'node:timers/promises'
import type { HubSettings } from './hub-settings.ts'

/** Attempts at one request, and the pause before the second, which doubles. */
const attempts = 3
const firstPauseMs = 500
/** Longest pause that a `Retry-After` may ask for. */
const longestPauseMs = 10_000

/** `fetch` that sends the token to the hub itself and to nobody else, and asks again after 429, 5xx and broken connections. */
export function hubFetch(settings: HubSettings, signal: AbortSignal | undefined): typeof fetch {
  const origin = new URL(settings.endpoint).origin
  return async (input, init) => {
    const request = new Request(input, { ...init, ...(signal === undefined ? {} : { signal }) })
    // a redirect to another origin drops this header (fetch standard, HTTP-redirect fetch, step 13)
    if (settings.token !== null && new URL(request.url).origin === origin) request.headers.set('authorization', `Bearer ${settings.token}`)
    for (let attempt = 1; ; attempt++) {
      const result = await fetch(request.clone()).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))))
      const isTransient = result instanceof Error ? !request.signal.aborted : result.status === 429 || result.status >= 500
      if (!isTransient || attempt === attempts) {
        if (result instanceof Error) throw result
        return result
      }
      const asked = result instanceof Error ? Number.NaN : Number(result.headers.get('retry-after')) * 1000
      await setTimeout(Math.min(asked || firstPauseMs * 2 ** (attempt - 1), longestPauseMs), undefined, { signal: request.signal })
    }
  }
}
