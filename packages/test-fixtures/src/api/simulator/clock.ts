/** The time that a simulator lives in; a fake one makes its streams run without waiting. */
export interface SimulatorClock {
  /** Milliseconds from an arbitrary start; never goes back. */
  now(): number
  /** Milliseconds since 1970, for the headers that carry a date. */
  epoch(): number
  /** Resolves after `ms` milliseconds, or at once when `signal` aborts. Zero or less resolves without a timer. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** Real time. */
export const realClock: SimulatorClock = {
  now: () => performance.now(),
  epoch: () => Date.now(),
  sleep(ms, signal) {
    if (!(ms > 0) || signal?.aborted === true) return Promise.resolve()
    return new Promise((resolve) => {
      const finish = (): void => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', finish)
        resolve()
      }
      const timer = setTimeout(finish, ms)
      signal?.addEventListener('abort', finish)
    })
  },
}

/** Time that passes only by sleeping, and then at once: what takes minutes in a profile takes none in a test. It starts at 0, on 2026-01-01 UTC. */
export function createFakeClock(): SimulatorClock {
  let time = 0
  return {
    now: () => time,
    epoch: () => Date.UTC(2026, 0, 1) + time,
    sleep(ms) {
      if (ms > 0) time += ms
      return Promise.resolve()
    },
  }
}
