import {
  artifactPrefix,
  type Comparison,
  HardwareArtifactSchema,
  type Measurement,
  type Run,
  type Subject,
  type Test,
  type TestResult,
  testIdOf,
} from '@vitest-hardware/contracts'
import type { Rows, StoredReport } from '@vitest-hardware/results-store'
import { relative } from 'node:path'
import type { TestArtifact, TestBenchmark } from 'vitest'
import type { TestCase, TestModule, TestSuite } from 'vitest/node'
import type { Candidate } from '../judging/judge-run.ts'
import { fileTestName, suiteTestName } from '../words/file-test.ts'
import { firstLines, oneLine, storable } from '../words/plain-text.ts'
import { ofLastAttempt, type Sent } from './attempts.ts'
import { benchmarkMeasurements } from './benchmark.ts'
import { type ProjectFacts, projectFacts } from './project-facts.ts'
import { idSource } from './id-source.ts'
import { PlainRun } from './plain-run.ts'
import { interruptedReason, type Outcome, outcomeOf } from './reason.ts'

export interface RunRecorderOptions {
  readonly runId: string
  /** Takes rows; must neither block nor throw. */
  readonly add: (rows: Rows) => void
  /** Whether a project's tests are recorded. */
  readonly isRecorded: (project: ProjectFacts) => boolean
  /** Whether a test that is skipped without a word was left out of this run by a filter. */
  readonly isDeselected: (testCase: TestCase) => boolean
  readonly redact: (text: string) => string
}

/** What an artifact or a benchmark says about numbers. */
interface Numbers {
  readonly hardwareProfileId: string | null
  readonly measurement: Measurement
  readonly comparison: Comparison | null
}

/** What a test sent before its result came. */
interface Draft {
  subject: Subject | null
  readonly numbers: Sent<Numbers>[]
}

interface ModuleFacts extends ProjectFacts {
  readonly isRecorded: boolean
  /** Relative to the project's root, with `/`. */
  readonly file: string
}

/** How long results wait to become rows, in milliseconds; together with the store's flush less than the second that a kill may cost. */
const settleAfterMs = 100

/** Turns what Vitest tells of one run into rows. Every method is called on Vitest's hot path and only queues. */
export class RunRecorder {
  readonly #options: RunRecorderOptions
  readonly #modules = new WeakMap<TestModule, ModuleFacts>()
  readonly #drafts = new Map<string, Draft>()
  readonly #recorded = new Set<string>()
  readonly #profiles = new Set<string>()
  readonly #candidates: Candidate[] = []
  readonly #newId = idSource()
  #ended: TestCase[] = []
  #timer: NodeJS.Timeout | undefined
  #plain: PlainRun | null = new PlainRun()
  #isCancelled = false
  #malformed = 0
  #firstProblem: string | null = null

  constructor(options: RunRecorderOptions) {
    this.#options = options
  }

  /** Measurements to be judged when the run is over. */
  get candidates(): readonly Candidate[] {
    return this.#candidates
  }

  /** The report of a run without any hardware, which nothing in the database adds to; null where the database has to be asked. */
  plainReport(run: Run): StoredReport | null {
    return this.#plain?.report(run) ?? null
  }

  /** One sentence about artifacts that could not be used; null where there were none. */
  get warning(): string | null {
    if (this.#malformed === 0) return null
    return `${this.#malformed} ${this.#malformed === 1 ? 'artifact was' : 'artifacts were'} left out because of a wrong format; the first: ${this.#firstProblem!}`
  }

  /** From now on, what Vitest calls skipped without a reason was interrupted. */
  cancel(): void {
    this.#settle()
    this.#isCancelled = true
  }

  artifact(testCase: TestCase, artifact: TestArtifact): void {
    const { type } = artifact as { readonly type: unknown }
    if (typeof type !== 'string' || !type.startsWith(artifactPrefix) || !this.#facts(testCase.module).isRecorded) return
    const parsed = HardwareArtifactSchema.safeParse(artifact)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      return this.#reject(testCase, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'unreadable'}`)
    }
    const draft = this.#draft(testCase)
    if (parsed.data.type === 'vitest-hardware:subject') {
      const { profile } = parsed.data
      draft.subject = parsed.data
      if (this.#profiles.has(profile.hardwareProfileId)) return
      this.#profiles.add(profile.hardwareProfileId)
      this.#plain = null
      this.#options.add({ profiles: [profile] })
      return
    }
    const { hardwareProfileId, measurement, comparison } = parsed.data
    if (!this.#profiles.has(hardwareProfileId))
      return this.#reject(testCase, 'hardwareProfileId: no test of this run has described this hardware profile')
    draft.numbers.push({ retry: retriesOf(testCase), value: { hardwareProfileId, measurement, comparison } })
  }

  benchmark(testCase: TestCase, benchmark: TestBenchmark): void {
    if (!this.#facts(testCase.module).isRecorded) return
    const retry = retriesOf(testCase)
    const { numbers } = this.#draft(testCase)
    for (const measurement of benchmarkMeasurements(benchmark))
      numbers.push({ retry, value: { hardwareProfileId: null, measurement, comparison: null } })
  }

  /**
   * Notes that a test has ended. Its rows are made a moment later: Vitest's worker waits for this answer, while after a burst of
   * results it is the main process that waits, for the next worker to start.
   */
  result(testCase: TestCase): void {
    this.#ended.push(testCase)
    this.#timer ??= setTimeout(() => this.#settle(), settleAfterMs).unref()
  }

  #settle(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const ended = this.#ended
    this.#ended = []
    for (const testCase of ended) this.#settleOne(testCase)
  }

  #settleOne(testCase: TestCase): void {
    const facts = this.#facts(testCase.module)
    if (!facts.isRecorded || this.#recorded.has(testCase.id)) return
    const outcome = outcomeOf(testCase, this.#isCancelled)
    if (outcome.state === 'skipped' && this.#options.isDeselected(testCase)) return
    this.#recorded.add(testCase.id)
    const diagnostic = testCase.diagnostic()
    this.#record(testCase, facts, outcome, diagnostic?.startTime ?? Date.now(), diagnostic?.duration ?? 0, diagnostic?.retryCount ?? 0)
  }

  /** Records what no result came for: files and suites that failed outside of tests, and tests that the run left behind. */
  end(modules: readonly TestModule[]): void {
    this.#settle()
    for (const module of modules) {
      const facts = this.#facts(module)
      if (!facts.isRecorded) continue
      this.#failedOutside(module, facts, fileTestName)
      for (const suite of module.children.allSuites()) this.#failedOutside(suite, facts, suiteTestName(suite.fullName))
      for (const testCase of module.children.allTests('pending')) this.#settleOne(testCase)
    }
  }

  #facts(module: TestModule): ModuleFacts {
    let facts = this.#modules.get(module)
    if (facts === undefined) {
      const project = projectFacts(module.project)
      const file = relative(project.root, module.moduleId).replaceAll('\\', '/')
      this.#modules.set(module, (facts = { ...project, file, isRecorded: this.#options.isRecorded(project) }))
    }
    return facts
  }

  #draft(testCase: TestCase): Draft {
    let draft = this.#drafts.get(testCase.id)
    if (draft === undefined) this.#drafts.set(testCase.id, (draft = { subject: null, numbers: [] }))
    return draft
  }

  #record(testCase: TestCase, facts: ModuleFacts, outcome: Outcome, startTime: number, durationMs: number, retries: number): void {
    const draft = this.#drafts.get(testCase.id)
    this.#drafts.delete(testCase.id)
    const { runId } = this.#options
    const { fullName } = testCase
    const testId = testIdOf(facts.file, fullName)
    const hardwareProfileId = draft?.subject?.profile.hardwareProfileId ?? null
    const startedAt = new Date(startTime).toISOString()
    const test: Test = {
      testId,
      file: facts.file,
      name: storable(fullName),
      model: draft?.subject?.model ?? null,
      modelType: draft?.subject?.modelType ?? null,
      family: draft?.subject?.family ?? null,
      task: draft?.subject?.task ?? null,
    }
    const result: TestResult = {
      testResultId: this.#newId(),
      runId,
      testId,
      hardwareProfileId,
      project: facts.name,
      backend: facts.backend,
      state: outcome.state,
      reason: outcome.reason === null ? null : this.#options.redact(outcome.reason),
      startedAt,
      durationMs,
      retries,
    }
    this.#add(test, result)
    if (draft !== undefined && draft.numbers.length > 0) {
      // what a failed test measured may come from wrong work, unless the measurement is what failed it
      const numbersKept = ofLastAttempt(draft.numbers, retries).filter(
        ({ comparison }) => outcome.state === 'passed' || comparison !== null,
      )
      const measurements = lastOfEachSeries(numbersKept).flatMap((numbers) => {
        const profile = numbers.hardwareProfileId ?? hardwareProfileId
        if (profile === null) return []
        const measurement = {
          ...numbers.measurement,
          measurementId: this.#newId(),
          runId,
          testId,
          hardwareProfileId: profile,
          takenAt: startedAt,
        }
        this.#candidates.push({ measurement, comparison: numbers.comparison })
        return [measurement]
      })
      this.#options.add({ measurements })
    }
  }

  #add(test: Test, result: TestResult): void {
    this.#plain?.add(test, result)
    this.#options.add({ tests: [test], results: [result] })
  }

  #failedOutside(entity: TestModule | TestSuite, facts: ModuleFacts, name: string): void {
    const [error] = entity.errors()
    if (error === undefined || this.#recorded.has(entity.id)) return
    this.#recorded.add(entity.id)
    const testId = testIdOf(facts.file, name)
    this.#add(
      { testId, file: facts.file, name: storable(name), model: null, modelType: null, family: null, task: null },
      {
        testResultId: this.#newId(),
        runId: this.#options.runId,
        testId,
        hardwareProfileId: null,
        project: facts.name,
        backend: facts.backend,
        state: this.#isCancelled ? 'interrupted' : 'failed',
        reason: this.#isCancelled ? interruptedReason : this.#options.redact(firstLines(error.message)),
        startedAt: new Date().toISOString(),
        durationMs: 0,
        retries: 0,
      },
    )
  }

  #reject(testCase: TestCase, problem: string): void {
    this.#malformed++
    this.#firstProblem ??= oneLine(`${testCase.fullName}: ${problem}`, 300)
  }
}

/** Retries before the attempt that is on its way. */
function retriesOf(testCase: TestCase): number {
  return testCase.diagnostic()?.retryCount ?? 0
}

/** A test that measures one series twice, or is repeated, has one measurement of it: the newest. */
function lastOfEachSeries(numbers: readonly Numbers[]): Numbers[] {
  const last = new Map(
    numbers.map((one) => [[one.measurement.metric, one.measurement.batchSize ?? '', one.measurement.precision ?? ''].join('\n'), one]),
  )
  return [...last.values()]
}
