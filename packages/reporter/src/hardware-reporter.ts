import { relative } from 'node:path'
import { UsageError } from '@vitest-hardware/contracts'
import type { SerializedError, TestArtifact, TestBenchmark } from 'vitest'
import type { Reporter, TestCase, TestModule, TestRunEndReason, TestSpecification, Vitest } from 'vitest/node'
import type { HardwareReporterOptions } from './options.ts'
import { colours } from './output/colours.ts'
import { githubAnnotations } from './output/github-annotations.ts'
import { terminalReport } from './output/terminal.ts'
import { type ActiveRun, finishRun } from './run/active-run.ts'
import { beginRun } from './run/begin-run.ts'
import { endWith } from './run/exit-code.ts'
import { finishOnSignal } from './run/signals.ts'

/**
 * A Vitest reporter that stores every result and sample of hardware tests in DuckDB, judges them against earlier runs, and leaves
 * `report.html`, `summary.md` and `summary.json`. It adds to the terminal after the user's own reporters.
 *
 * A database that cannot be used stops the run before its first test, with exit code 2.
 */
export function hardwareReporter(options: HardwareReporterOptions = {}): Reporter {
  return new HardwareReporter(options)
}

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
    this.#modules = []
    try {
      this.#active = await beginRun(vitest, specifications, this.#options)
    } catch (error) {
      endWith(2)
      throw withoutStack(error)
    }
    if (this.#active === null) return
    this.#stopListening = finishOnSignal(() => this.#finish('interrupted', 0))
  }

  onTestModuleQueued(module: TestModule): void {
    if (this.#active === null) return
    const { recorder } = this.#active
    // only now, because Vitest forgets the listeners after onTestRunStart
    if (this.#modules.length === 0) this.#vitest?.onCancel(() => recorder.cancel())
    this.#modules.push(module)
  }

  onTestCaseArtifactRecord(testCase: TestCase, artifact: TestArtifact): void {
    this.#active?.recorder.artifact(testCase, artifact)
  }

  onTestCaseBenchmark(testCase: TestCase, benchmark: TestBenchmark): void {
    this.#active?.recorder.benchmark(testCase, benchmark)
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
      await this.#show(active, state, unhandledErrors)
    } catch (error) {
      endWith(2)
      if (!(error instanceof UsageError)) throw error
      this.#vitest?.logger.error(colours(process.env).red(`\n${error.message}\n`))
    } finally {
      this.#stopListening()
    }
  }

  async #show(active: ActiveRun, state: TestRunEndReason, unhandledErrors: number): Promise<void> {
    const { report, summary } = await finishRun(active, state, unhandledErrors)
    const { warning } = active.recorder
    const { sentence, counts, attention, skipReasons, files } = summary
    const notices = [...active.store.notices, ...(warning === null ? [] : [warning])]
    const here = (path: string): string => relative(process.cwd(), `${active.root}/${path}`)
    const text = terminalReport({ sentence, state: report.run.state, counts, attention, skipReasons, notices, page: here(files.page), database: here(files.database) }, colours(process.env))
    this.#vitest?.logger.log(text)
    if (process.env['GITHUB_ACTIONS'] === 'true') {
      for (const line of githubAnnotations(attention, { includeFailures: !(await this.#isAnnotatedAlready()) })) this.#vitest?.logger.log(line)
    }
    if (this.#options.failOnRegression === true && counts.regressions > 0) endWith(1)
  }

  /** Vitest's own reporter for GitHub marks failed tests. */
  async #isAnnotatedAlready(): Promise<boolean> {
    const { GithubActionsReporter } = await import('vitest/node')
    return this.#vitest?.reporters.some((reporter) => reporter instanceof GithubActionsReporter) ?? false
  }
}

/** Where it was thrown says nothing to a user who can act on it. */
function withoutStack(error: unknown): unknown {
  if (error instanceof UsageError) error.stack = `${error.name}: ${error.message}`
  return error
}
