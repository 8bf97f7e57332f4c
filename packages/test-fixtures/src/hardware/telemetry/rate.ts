/** Shortest time over which a rate is formed, ms: kernels count processor time in steps of 10 ms. */
export const shortestRateMs = 50

/** Turns a counter's readings into its growth per second. */
export interface Rate {
  /** @returns null at the first reading, after a reset, and until {@link shortestRateMs} have passed since the last rate */
  next(counter: number, now: number): number | null
}

/** @param wrapsAt one more than the counter's largest value, where it starts again at 0 by design */
export function rate(wrapsAt?: number): Rate {
  let last: { readonly counter: number; readonly at: number } | null = null
  return {
    next(counter, now) {
      if (last === null) {
        last = { counter, at: now }
        return null
      }
      const elapsed = now - last.at
      if (elapsed < shortestRateMs) return null
      let grown = counter - last.counter
      if (grown < 0 && wrapsAt !== undefined) grown += wrapsAt
      last = { counter, at: now }
      return grown < 0 ? null : (grown * 1000) / elapsed
    },
  }
}
