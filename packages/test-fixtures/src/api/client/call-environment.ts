import { setTimeout as sleep } from 'node:timers/promises'

/** What a client needs of the world; tests bring their own. */
export interface CallEnvironment {
  /** Milliseconds of a clock that does not go back. */
  now(): number
  /** Uniform in [0, 1). */
  random(): number
  /** @throws the signal's reason */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>
}

export const realEnvironment: CallEnvironment = {
  now: () => performance.now(),
  random: () => Math.random(),
  wait: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }),
}
