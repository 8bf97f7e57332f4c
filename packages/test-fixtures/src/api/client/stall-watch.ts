/** Ends a stream in which nothing comes for a while. The time that a reader takes for a piece does not count. */
export interface StallWatch {
  /** Whether it was this that ended the stream. */
  readonly stalled: boolean
  /** The stream is open, and ends by this. */
  opened(end: () => void): void
  /** A piece came, and its reader has it. */
  pause(): void
  /** The next piece is waited for. */
  resume(): void
  /** Ends the stream now, or as soon as it is open. */
  abort(): void
  /** Nothing more is to be watched. */
  stop(): void
}

/** @param stallMs at least 1 */
export function watchForStall(stallMs: number): StallWatch {
  let stalled = false
  let aborted = false
  let end: (() => void) | null = null
  let waitingSince: number | null = performance.now()
  const abort = (): void => {
    aborted = true
    end?.()
  }
  // one timer that looks again when it comes, instead of one for each piece
  const look = (): void => {
    const waited = waitingSince === null ? 0 : performance.now() - waitingSince
    // timers come up to a millisecond early
    if (waited > stallMs - 1) {
      stalled = true
      abort()
    } else timer = setTimeout(look, stallMs - waited)
  }
  let timer = setTimeout(look, stallMs)
  return {
    get stalled() {
      return stalled
    },
    opened(how) {
      end = how
      if (aborted) how()
    },
    pause() {
      waitingSince = null
    },
    resume() {
      waitingSince = performance.now()
    },
    abort,
    stop: () => clearTimeout(timer),
  }
}
