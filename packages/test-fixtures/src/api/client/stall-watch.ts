/** Aborts where nothing comes for a while. The time that a reader takes for a piece does not count. */
export interface StallWatch {
  readonly signal: AbortSignal
  readonly stalled: boolean
  /** A piece came, and its reader has it. */
  pause(): void
  /** The next piece is waited for. */
  resume(): void
  abort(): void
  end(): void
}

/** @param stallMs at least 1 */
export function watchForStall(stallMs: number): StallWatch {
  const controller = new AbortController()
  let stalled = false
  let waitingSince: number | null = performance.now()
  // one timer that looks again when it comes, instead of one for each piece
  const look = (): void => {
    const waited = waitingSince === null ? 0 : performance.now() - waitingSince
    // timers come up to a millisecond early
    if (waited > stallMs - 1) {
      stalled = true
      controller.abort()
    } else timer = setTimeout(look, stallMs - waited)
  }
  let timer = setTimeout(look, stallMs)
  return {
    signal: controller.signal,
    get stalled() {
      return stalled
    },
    pause() {
      waitingSince = null
    },
    resume() {
      waitingSince = performance.now()
    },
    abort: () => controller.abort(),
    end: () => clearTimeout(timer),
  }
}
