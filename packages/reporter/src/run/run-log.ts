import type { Run } from '@vitest-hardware/contracts'
import type { ResultsStore, Rows } from '@vitest-hardware/results-store'
import { describeRun } from './describe-run.ts'
import { readGit } from './git.ts'

/** With the moment that results wait to become rows, less than the second that a kill may cost; fewer flushes leave more to the tests. */
const flushEveryMs = 400

export interface RunLogOptions {
  readonly startedAt: Date
  readonly runId: string
  /** Absolute. */
  readonly database: string
  /** Vitest's root, absolute. */
  readonly root: string
  readonly vitestVersion: string
  readonly redact: (text: string) => string
}

/** A run in the database. */
export interface BegunRun {
  readonly run: Run
  readonly store: ResultsStore
  /** Settles when the file is open, or with what is wrong with it. */
  readonly opened: Promise<void>
}

/**
 * Where the rows of a run go. It begins with the first of them: a run that records nothing opens no database, and the start of the
 * others is left to their tests.
 */
export class RunLog {
  readonly #options: RunLogOptions
  #begun: Promise<BegunRun> | null = null
  #store: ResultsStore | null = null
  #waiting: Rows[] = []

  constructor(options: RunLogOptions) {
    this.#options = options
  }

  get runId(): string {
    return this.#options.runId
  }

  /** Whether anything is, or will be, in the database. */
  get hasBegun(): boolean {
    return this.#begun !== null
  }

  /** Queues rows; never blocks, never throws. */
  add(rows: Rows): void {
    if (this.#store !== null) return this.#store.add(rows)
    this.#waiting.push(rows)
    // what goes wrong is told to whoever asks for the begun run at the end
    this.begin().catch(() => {})
  }

  /** Begins the run in the database, once. */
  begin(): Promise<BegunRun> {
    return (this.#begun ??= this.#begin())
  }

  async #begin(): Promise<BegunRun> {
    const { database, root, ...facts } = this.#options
    // loaded only here: a run without anything to record pays nothing for the database
    const [{ startStoreInThread }, git] = await Promise.all([import('@vitest-hardware/results-store/thread'), readGit(root)])
    const { store, opened } = startStoreInThread(database, { onLocked: 'side-file', flushEveryMs })
    const run = describeRun({ ...facts, argv: process.argv, git, environment: process.env })
    store.beginRun(run)
    this.#store = store
    for (const rows of this.#waiting) store.add(rows)
    this.#waiting = []
    return { run, store, opened }
  }
}
