import { setPriority } from 'node:os'

/** As `nice` counts: enough to let everything else go first, and still to finish on a busy machine. */
const niceness = 10

/**
 * Lets the tests have the processor first: on Linux a priority belongs to a thread (setpriority(2), "C library/kernel differences"), and
 * the threads that DuckDB starts from here inherit it. Elsewhere it would slow down the whole process, so it stays as it is.
 *
 * Imported for its effect, before anything that takes long.
 */
if (process.platform === 'linux') {
  try {
    setPriority(0, niceness)
  } catch {
    // a sandbox may forbid it; then the thread is as greedy as any other
  }
}
