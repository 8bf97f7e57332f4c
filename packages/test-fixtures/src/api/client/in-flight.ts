import type { ApiProviderName } from '@vitest-hardware/contracts'
import { abortedError } from '../api-error.ts'

/**
 * What is under way, so that one signal can end all of it. One listener serves all calls: the vendors' clients take some 50 µs a call to listen
 * to a signal themselves, as much as all else that a call costs here.
 */
export interface InFlight {
  readonly ended: boolean
  /** Calls `end` if the signal comes before the returned function is called. */
  add(end: () => void): () => void
  /** The result, or `aborted` as soon as the signal comes; the request itself ends by its own time-out then. */
  race<Result>(work: Promise<Result>): Promise<Result>
}

export function inFlight(provider: ApiProviderName, signal: AbortSignal): InFlight {
  const ends = new Set<() => void>()
  signal.addEventListener('abort', () => {
    for (const end of ends) end()
  })
  const add = (end: () => void): (() => void) => {
    if (signal.aborted) end()
    ends.add(end)
    return () => ends.delete(end)
  }
  return {
    get ended() {
      return signal.aborted
    },
    add,
    race: (work) =>
      new Promise((resolve, reject) => {
        const done = add(() => reject(abortedError(provider)))
        work.then(resolve, reject).finally(done)
      }),
  }
}
