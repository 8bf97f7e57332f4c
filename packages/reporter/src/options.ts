import type { CatalogueCoverage } from '@vitest-hardware/contracts'

/**
 * Which tests are recorded: `hardware`, those of projects that were given a hardware context; `described`, also those of other projects that
 * say what they are about, as the base fixtures do; `all`, every test.
 */
export type Recorded = 'hardware' | 'described' | 'all'

/** Options of {@link hardwareReporter}. */
export interface HardwareReporterOptions {
  /** Folder for the database, the page and the summaries, relative to Vitest's root. @default '.vitest-hardware' */
  readonly folder?: string
  /** File of the database, relative to Vitest's root. @default `results.duckdb` in {@link folder} */
  readonly database?: string
  /** @default 'described' */
  readonly record?: Recorded
  /** A regression that no test asserted ends the run with exit code 1. @default false */
  readonly failOnRegression?: boolean
  /** Earlier runs of a series that a new one is judged against, at most; 1 … 100. @default 10 */
  readonly baselineRuns?: number
  /** What the page says of the catalogue; asked for at the end of a run that tested types of it. @default the page has no inventory */
  readonly catalogue?: () => Promise<CatalogueCoverage>
}
