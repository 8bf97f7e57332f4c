/** A clock that counts milliseconds. */
export interface Clock {
  now(): number
  /** Smallest step that it shows, ms. */
  readonly resolution: number
}

let measured: Clock | undefined

/** `performance.now()`, with its resolution found by watching it tick; found once. */
export function performanceClock(): Clock {
  measured ??= { now: () => performance.now(), resolution: smallestTick(() => performance.now()) }
  return measured
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
