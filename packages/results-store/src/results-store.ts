import type {
  Baseline,
  HardwareProfile,
  Report,
  Run,
  RunState,
  StoredComparison,
  StoredMeasurement,
  Test,
  TestResult,
} from '@vitest-hardware/contracts'
import type { KnownDuration } from './queries/known-durations.ts'

/** Rows of one flush, by table. */
export interface Rows {
  readonly profiles?: readonly HardwareProfile[]
  readonly tests?: readonly Test[]
  readonly results?: readonly TestResult[]
  readonly measurements?: readonly StoredMeasurement[]
  readonly comparisons?: readonly StoredComparison[]
}

/** What the page needs of a run, but for the words. */
export type StoredReport = Omit<Report, 'schema' | 'generatedAt' | 'sentence'>

/** The one writer of a results file. Whoever opens it disposes it. */
export interface ResultsStore extends AsyncDisposable {
  /** The file that is written: the one asked for, or a side file beside it. */
  readonly path: string
  /** What had to be done on opening (a corrupt file kept aside, a side file begun), one sentence each. */
  readonly notices: readonly string[]
  beginRun(run: Run): void
  /** Queues rows; they are on disk within a second. Never blocks, never throws. */
  add(rows: Rows): void
  /**
   * Writes everything queued in one transaction.
   * @throws {StoreWriteError} where the disk refuses; the rows stay queued
   */
  flush(): Promise<void>
  /** Flushes and marks the run. */
  finishRun(runId: string, state: RunState, endedAt: string): Promise<void>
  /** Newest `window` earlier runs of every series: measured, of tests that passed. @default window 10 */
  baselines(options?: { readonly window?: number; readonly excludeRun?: string }): Promise<Baseline[]>
  report(runId: string): Promise<StoredReport>
  runs(): Promise<Run[]>
  /** Median duration of each test's newest passed results, milliseconds, by test and profile. */
  knownDurations(): Promise<KnownDuration[]>
}

export interface OpenStoreOptions {
  /** What to do where another process writes the file. @default 'error' */
  readonly onLocked?: 'error' | 'side-file'
  /** Milliseconds between flushes, 1 … 1000. @default 500 */
  readonly flushEveryMs?: number
}
