import { join, relative } from 'node:path'
import type { Summary } from '@vitest-hardware/contracts'
import { UsageError } from '@vitest-hardware/contracts/base'
import type { SerializedError, TestArtifact, TestBenchmark } from 'vitest'
import type { Reporter, TestCase, TestModule, TestRunEndReason, TestSpecification, Vitest } from 'vitest/node'
import type { HardwareReporterOptions } from './options.ts'
import { type ActiveRun, beginRun } from './run/begin-run.ts'
import { endRunQuietly } from './run/end-run-quietly.ts'
import { endWith, forgetExitCode } from './run/exit-code.ts'
import { finishOnSignal } from './run/signals.ts'

/**
 * A Vitest reporter that stores every result and sample of hardware tests in DuckDB, judges them against earlier runs, and leaves
 * `report.html`, `summary.md` and `summary.json`. It adds to the terminal after the user's own reporters. A run without a recorded project
 * opens, writes and prints nothing.
 *
 * A database that cannot be used stops the run before its first test, with exit code 2 and one message.
 */
export function hardwareReporter(options: HardwareReporterOptions = {}): Reporter {
  return new HardwareReporter(options)
}

/** Time that Vitest gets to start its first worker, in milliseconds; while that starts, this process has nothing to do. */
const workerStartMs = 50

const loadEnding = () => import('./run/ending.ts')

class HardwareReporter implements Reporter {
  readonly #options: HardwareReporterOptions
  #vitest: Vitest | null = null
  #active: ActiveRun | null = null
  #modules: TestModule[] = []
  #stopListening: () => void = () => {}

  constructor(options: HardwareReporterOptions) {
    this.#options = options
  }

  onInit(vitest: Vitest): void {
    this.#vitest = vitest
  }

  async onTestRunStart(specifications: readonly TestSpecification[]): Promise<void> {
    const vitest = this.#vitest
    if (vitest === null) return
    // a rerun that begins before the last one ended
    await this.#finish('interrupted', 0)
    forgetExitCode()
    this.#modules = []
    try {
      this.#active = await beginRun(vitest, specifications, this.#options)
    } catch (error) {
      endWith(2)
      if (!(error instanceof UsageError)) throw error
      await this.#complain(error)
      throw await endRunQuietly(error)
    }
    this.#stopListening = finishOnSignal(() => this.#finish('interrupted', 0))
    if (this.#active.isExpected) setTimeout(() => void loadEnding(), workerStartMs).unref()
  }

  onTestModuleQueued(module: TestModule): void {
    if (this.#active === null) return
    const { recorder } = this.#active
    // only now, because Vitest forgets the listeners after onTestRunStart
    if (this.#modules.length === 0) this.#vitest?.onCancel(() => recorder.cancel())
    this.#modules.push(module)
  }

  onTestModuleCollected(module: TestModule): void {
    if (this.#active === null) return
    // the queued one stood in for it and has no tests
    this.#modules = [...this.#modules.filter(({ id }) => id !== module.id), module]
  }

  async onTestCaseArtifactRecord(testCase: TestCase, artifact: TestArtifact): Promise<void> {
    await this.#active?.recorder.drafts.artifact(testCase, artifact)
  }

  onTestCaseBenchmark(testCase: TestCase, benchmark: TestBenchmark): void {
    this.#active?.recorder.drafts.benchmark(testCase, benchmark)
  }

  onTestCaseResult(testCase: TestCase): void {
    this.#active?.recorder.result(testCase)
  }

  async onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[], reason: TestRunEndReason): Promise<void> {
    this.#modules = [...modules]
    await this.#finish(reason === 'passed' && unhandledErrors.length > 0 ? 'failed' : reason, unhandledErrors.length)
  }

  async onProcessTimeout(): Promise<void> {
    await this.#finish('interrupted', 0)
  }

  async #finish(state: TestRunEndReason, unhandledErrors: number): Promise<void> {
    const active = this.#active
    if (active === null) return
    // first, so that a signal meanwhile does not finish it twice
    this.#active = null
    try {
      if (state === 'interrupted') active.recorder.cancel()
      active.recorder.end(this.#modules)
      const { finishRun } = await loadEnding()
      const finished = await finishRun(active, state, unhandledErrors)
      if (finished === null) return
      const { summary, notices, problems } = finished
      if (summary !== null) await this.#show(active, summary, notices)
      for (const problem of problems) await this.#complain(problem)
      if (problems.length > 0) endWith(2)
    } finally {
      this.#stopListening()
    }
  }

  async #show({ recorder, root }: ActiveRun, summary: Summary, notices: readonly string[]): Promise<void> {
    const { colours, terminalReport } = await loadEnding()
    const { warning } = recorder.drafts
    const all = [...notices, ...(warning === null ? [] : [warning])]
    this.#vitest?.logger.log(terminalReport(summary, { notices: all, from: process.cwd() }, colours(process.env)))
    if (process.env['GITHUB_ACTIONS'] === 'true') await this.#annotate(summary, root)
    if (this.#options.failOnRegression === true && summary.counts.regressions > 0) endWith(1)
  }

  async #annotate({ attention }: Summary, root: string): Promise<void> {
    const { annotations } = await loadEnding()
    const repository = process.env['GITHUB_WORKSPACE'] ?? root
    // Vitest's own reporter for GitHub marks failed tests
    const failures = !this.#vitest?.config.reporters.flat().includes('github-actions')
    const lines = annotations(attention, { failures, pathOf: (file) => relative(repository, join(root, file)).replaceAll('\\', '/') })
    if (lines.length > 0) this.#vitest?.logger.log(lines.join('\n'))
  }

  async #complain(error: UsageError): Promise<void> {
    const { colours } = await loadEnding()
    this.#vitest?.logger.error(`\n${colours(process.env).red.bold('vitest-hardware')}: ${error.message}`)
  }
}
