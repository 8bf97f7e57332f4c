import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import type { Baseline, Run, RunState } from '@vitest-hardware/contracts'
import { newId } from '@vitest-hardware/contracts/base'
import { StoreWriteError } from '../errors.ts'
import { migrate } from '../migrations/migrate.ts'
import type { KnownDuration } from '../queries/known-durations.ts'
import type { ResultsStore, Rows, StoredReport } from '../results-store.ts'
import { appendRows } from './append-rows.ts'
import * as duckdb from './duckdb.ts'
import { firstLine, openDatabase } from './open-database.ts'
import { RowQueue } from './queue.ts'
import { tables } from './tables.ts'

interface Pending {
  readonly run: Run
  state: RunState
  endedAt: string | null
}

/** The writer over one DuckDB instance. */
export class DuckDbStore implements ResultsStore {
  readonly path: string
  readonly notices: readonly string[]
  #instance: DuckDBInstance
  #connection: DuckDBConnection | null = null
  readonly #queue = new RowQueue()
  readonly #runs = new Map<string, Pending>()
  readonly #writtenRuns = new Set<string>()
  readonly #changedRuns = new Set<string>()
  readonly #timer: NodeJS.Timeout
  readonly #flushEveryMs: number
  /** The end of the line: one connection does one thing after another, and closing comes last. */
  #last: Promise<unknown> = Promise.resolve()
  #flushedAt = Number.NEGATIVE_INFINITY
  #state: 'open' | 'broken' | 'closed' = 'open'

  private constructor(path: string, instance: DuckDBInstance, notices: readonly string[], flushEveryMs: number) {
    this.path = path
    this.notices = notices
    this.#instance = instance
    this.#flushEveryMs = flushEveryMs
    // a flush that fails keeps its rows; the one on closing reports it
    this.#timer = setInterval(() => void this.flush().catch(() => {}), flushEveryMs).unref()
  }

  static begin(path: string, instance: DuckDBInstance, options: { notices: readonly string[]; flushEveryMs: number }): DuckDbStore {
    return new DuckDbStore(path, instance, options.notices, options.flushEveryMs)
  }

  /** The same store with one more notice; this one must not be used any more. */
  withNotice(notice: string): DuckDbStore {
    clearInterval(this.#timer)
    return new DuckDbStore(this.path, this.#instance, [...this.notices, notice], this.#flushEveryMs)
  }

  beginRun(run: Run): void {
    this.#runs.set(run.runId, { run, state: run.state, endedAt: run.endedAt })
  }

  add(rows: Rows): void {
    this.#queue.add(rows)
    // what comes after a pause is written at once, so that the end of a run has little left to write
    if (performance.now() - this.#flushedAt >= this.#flushEveryMs) this.flush().catch(() => {})
  }

  flush(): Promise<void> {
    this.#flushedAt = performance.now()
    return this.#inTurn(() => this.#write())
  }

  async finishRun(runId: string, state: RunState, endedAt: string): Promise<void> {
    const pending = this.#runs.get(runId)
    if (pending === undefined) throw new RangeError(`run ${runId} was not begun in this store`)
    pending.state = state
    pending.endedAt = endedAt
    this.#changedRuns.add(runId)
    await this.flush()
  }

  baselines(options: { window?: number; excludeRun?: string } = {}): Promise<Baseline[]> {
    return this.#inTurn(async () =>
      (await queries()).readBaselines(await this.#connect(), { window: options.window ?? 10, excludeRun: options.excludeRun ?? null }),
    )
  }

  async report(runId: string): Promise<StoredReport> {
    await this.flush()
    return this.#inTurn(async () => (await queries()).readReport(await this.#connect(), runId))
  }

  async runs(): Promise<Run[]> {
    await this.flush()
    return this.#inTurn(async () => (await queries()).readRuns(await this.#connect()))
  }

  knownDurations(): Promise<KnownDuration[]> {
    return this.#inTurn(async () => (await queries()).readKnownDurations(await this.#connect()))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#state === 'closed') return
    clearInterval(this.#timer)
    try {
      await this.flush()
    } catch (error) {
      throw await this.#saveElsewhere(error)
    } finally {
      this.#state = 'closed'
      this.#close()
    }
  }

  #inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.catch(() => {}).then(task)
    this.#last = turn
    return turn
  }

  async #write(): Promise<void> {
    const newRuns = [...this.#runs.keys()].filter((id) => !this.#writtenRuns.has(id))
    if (this.#queue.size === 0 && newRuns.length === 0 && this.#changedRuns.size === 0) return
    const taken = this.#queue.take()
    const changed = [...this.#changedRuns]
    this.#changedRuns.clear()
    try {
      const connection = await this.#connect()
      await connection.run('BEGIN')
      for (const id of newRuns) await insertRun(connection, this.#runs.get(id)!)
      for (const id of changed) await updateRun(connection, this.#runs.get(id)!)
      await appendRows(connection, tables.profiles, taken.profiles)
      await appendRows(connection, tables.tests, taken.tests)
      await appendRows(connection, tables.results, taken.results)
      await appendRows(connection, tables.measurements, taken.measurements)
      await appendRows(connection, tables.comparisons, taken.comparisons)
      await connection.run('COMMIT')
      for (const id of newRuns) this.#writtenRuns.add(id)
    } catch (error) {
      this.#queue.putBack(taken)
      for (const id of changed) this.#changedRuns.add(id)
      // a failed write can leave DuckDB unusable: the next flush opens the file again
      this.#close()
      if (this.#state === 'open') this.#state = 'broken'
      throw new StoreWriteError(this.path, { rows: this.#queue.size, reason: reasonOf(error), savedTo: null, cause: error })
    }
  }

  async #connect(): Promise<DuckDBConnection> {
    if (this.#state === 'broken') {
      this.#instance = await openDatabase(this.path, 'write')
      this.#state = 'open'
    }
    this.#connection ??= await this.#instance.connect()
    return this.#connection
  }

  #close(): void {
    this.#connection?.closeSync()
    this.#connection = null
    this.#instance.closeSync()
  }

  /** The last resort of closing: the rows that this disk refused go to the temporary folder. */
  async #saveElsewhere(cause: unknown): Promise<Error> {
    const rows = this.#queue.size
    const reason = cause instanceof StoreWriteError ? reasonOf(cause.cause) : reasonOf(cause)
    const path = join(tmpdir(), `vitest-hardware-results-${newId()}.duckdb`)
    try {
      this.#instance = await duckdb.DuckDBInstance.create(path)
      this.#connection = await this.#instance.connect()
      this.#state = 'open'
      await migrate(this.#connection, path)
      // every run, since the rows refer to it and its end may be among what was refused
      this.#writtenRuns.clear()
      await this.#write()
      return new StoreWriteError(this.path, { rows, reason, savedTo: path, cause })
    } catch (error) {
      return new StoreWriteError(this.path, {
        rows,
        reason: `${reason}; saving to ${path} failed too: ${reasonOf(error)}`,
        savedTo: null,
        cause,
      })
    }
  }
}

/** Loaded when something is asked: with them come the schemas, which writing does without. */
const queries = () => import('../queries/index.ts')

function reasonOf(error: unknown): string {
  return firstLine(error instanceof Error ? error.message : String(error))
}

async function insertRun(connection: DuckDBConnection, { run, state, endedAt }: Pending): Promise<void> {
  await connection.run(
    `INSERT INTO runs BY NAME SELECT $1::UUID AS run_id, $2::TIMESTAMPTZ AT TIME ZONE 'UTC' AS started_at, $3::TIMESTAMPTZ AT TIME ZONE 'UTC' AS ended_at, $4 AS state,
      $5 AS command, $6 AS vitest_version, $7 AS node_version, $8 AS git_commit, $9 AS git_branch, $10::BOOLEAN AS git_dirty, $11::BOOLEAN AS is_ci`,
    [
      run.runId,
      run.startedAt,
      endedAt,
      state,
      run.command,
      run.vitestVersion,
      run.nodeVersion,
      run.gitCommit,
      run.gitBranch,
      run.gitDirty,
      run.isCi,
    ],
  )
}

async function updateRun(connection: DuckDBConnection, { run, state, endedAt }: Pending): Promise<void> {
  await connection.run(`UPDATE runs SET state = $2, ended_at = $3::TIMESTAMPTZ AT TIME ZONE 'UTC' WHERE run_id = $1::UUID`, [
    run.runId,
    state,
    endedAt,
  ])
}
