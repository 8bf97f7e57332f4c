import { transportMilliseconds } from '@vitest-hardware/backends'

/** A clock that counts milliseconds. */
export interface Clock {
  now(): number
  /** For budgets, where `now` leaves out time that passes. @default `now` */
  wall?(): number
  /** Smallest step that it shows, ms. */
  readonly resolution: number
}

let measured: Clock | undefined

/** `performance.now()`, with its resolution found by watching it tick; found once. */
export function performanceClock(): Clock {
  measured ??= { now: () => performance.now(), resolution: smallestTick(() => performance.now()) }
  return measured
}

/**
 * {@link performanceClock}, standing still while a session that lives in a browser's page sends tensors there and back: a call of `session.run`
 * takes what it takes by the page's own clock. All else that a function does counts as ever.
 */
export function sessionClock(): Clock {
  const clock = performanceClock()
  return { now: () => clock.now() - transportMilliseconds(), wall: () => clock.now(), resolution: clock.resolution }
}

/** The smallest of some steps between different readings: browsers round the clock, and a call takes time of its own. */
export function smallestTick(now: () => number): number {
  let smallest = Number.POSITIVE_INFINITY
  for (let tick = 0; tick < 50; tick++) {
    const start = now()
    let next = now()
    while (next === start) next = now()
    smallest = Math.min(smallest, next - start)
  }
  return smallest
}
