/**
 * How long sessions that live elsewhere (a browser's page) have kept this process waiting for something other than the model: sending tensors
 * there and back. A clock that leaves it out shows the time of the model by the clock of the place where it ran.
 */
let total = 0
let running = 0
let since = 0
let elsewhere = 0

/** Milliseconds since the process started. Changes when a call ends; calls that overlap count once. */
export function transportMilliseconds(): number {
  return total
}

/** A session's call to where it lives begins. */
export function transportBegins(now: number = performance.now()): void {
  if (running === 0) since = now
  running += 1
}

/** @param milliseconds what the call took by the clock of where the session lives; 0 where it failed */
export function transportEnds(milliseconds: number, now: number = performance.now()): void {
  running -= 1
  elsewhere += milliseconds
  if (running > 0) return
  // two clocks may disagree by a tick
  total += Math.max(0, now - since - elsewhere)
  elsewhere = 0
}
