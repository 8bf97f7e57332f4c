import { join } from 'node:path'
import type { Baseline, BaselineFile, Report, Run, RunState, UsageError } from '@vitest-hardware/contracts'
import { newId } from '@vitest-hardware/contracts'
import type { ResultsStore } from '@vitest-hardware/results-store'
import type { TestModule } from 'vitest/node'
import { judgeRun } from '../judging/judge-run.ts'
import { writeAtomic } from '../output/write-atomic.ts'
import type { RecordedProjects } from '../recording/recorded-projects.ts'
import { RunRecorder } from '../recording/run-recorder.ts'
import { sentence } from '../words/sentence.ts'
import { runFacts } from './run-facts.ts'
import { asUsageError } from './usage-errors.ts'

export interface RunSessionOptions {
  /** Absolute folder of the results. */
  readonly folder: string
  readonly root: string
  readonly vitestVersion: string
  readonly projects: RecordedProjects
  readonly namePattern: RegExp | null
  /** Where test workers look for what they are judged against. */
  readonly baselineFiles: readonly string[]
  warn(message: string): void
}

/** What is left when a run has ended. */
export interface RunOutcome {
  readonly database: string
  /** Null where the database could not be read again. */
  readonly report: Report | null
  /** The first thing that went wrong on writing; null where all is on disk. */
  readonly problem: UsageError | null
}

/** One run's use of the results database, from opening to closing. */
export class RunSession {
  readonly recorder: RunRecorder
  readonly #store: ResultsStore
  readonly #run: Run
  readonly #baselines: readonly Baseline[]

  private constructor(store: ResultsStore, run: Run, baselines: readonly Baseline[], options: RunSessionOptions) {
    this.#store = store
    this.#run = run
    this.#baselines = baselines
    this.recorder = new RunRecorder({ runId: run.runId, store, projects: options.projects, namePattern: options.namePattern, warn: options.warn })
  }

  /**
   * Opens the database, begins the run and leaves the baselines for the test workers.
   * @throws {UsageError} a database or folder that cannot be used
   */
  static async begin(options: RunSessionOptions): Promise<RunSession> {
    const startedAt = new Date()
    const [store, run] = await Promise.all([
      import('@vitest-hardware/results-store').then(({ openStore }) => openStore(join(options.folder, 'results.duckdb'), { onLocked: 'side-file' })),
      runFacts({ vitestVersion: options.vitestVersion, root: options.root, startedAt }),
    ])
    try {
      store.notices.forEach((notice) => options.warn(notice))
      store.beginRun(run)
      const baselines = options.baselineFiles.length === 0 ? [] : await store.baselines({ excludeRun: run.runId })
      const content: BaselineFile = { schema: 'vitest-hardware/baselines@1', baselines }
      for (const file of options.baselineFiles) await writeAtomic(file, JSON.stringify(content))
      return new RunSession(store, run, baselines, options)
    } catch (error) {
      await store[Symbol.asyncDispose]().catch(() => {})
      throw asUsageError(error, options.folder)
    }
  }

  /** Judges, marks the run as ended, reads it back and closes the database. Problems of the disk are returned, not thrown. */
  async end(modules: readonly TestModule[], reason: 'passed' | 'failed' | 'interrupted', hasUnhandledErrors: boolean): Promise<RunOutcome> {
    const { recorder } = this
    const { runId } = this.#run
    recorder.finish(modules, reason === 'interrupted')
    const judged = judgeRun(recorder.unjudged, this.#baselines, recorder.judgedPValues)
    this.#store.add({ comparisons: judged.map(({ measurement, comparison }) => ({ ...comparison, comparisonId: newId(), measurementId: measurement.measurementId, runId })) })
    const state: RunState = reason === 'interrupted' ? 'interrupted' : recorder.failed || hasUnhandledErrors ? 'failed' : 'passed'
    let problem: UsageError | null = null
    let report: Report | null = null
    try {
      await this.#store.finishRun(runId, state, new Date().toISOString())
      const stored = await this.#store.report(runId)
      report = { schema: 'vitest-hardware/report@1', generatedAt: new Date().toISOString(), sentence: sentence(stored.counts, { state, skipReasons: stored.skipReasons }), ...stored }
    } catch (error) {
      problem = asUsageError(error, this.#store.path)
    }
    try {
      await this.#store[Symbol.asyncDispose]()
    } catch (error) {
      // says where the rows went, which the first failure could not know
      problem = asUsageError(error, this.#store.path)
    }
    return { database: this.#store.path, report, problem }
  }
}
