import type { HardwareProfile, Run, StoredMeasurement, Test, TestResult } from '@vitest-hardware/contracts'
import { newId, testIdOf } from '@vitest-hardware/contracts/base'
import type { Rows, StoredReport } from '@vitest-hardware/results-store'
import { relative } from 'node:path'
import type { TestCase, TestModule, TestProject, TestSuite } from 'vitest/node'
import type { Candidate } from '../judging/judge-run.ts'
import { fileTestName, suiteTestName } from '../words/file-test.ts'
import { firstLines, storable } from '../words/plain-text.ts'
import { type Draft, Drafts, numbersOf } from './drafts.ts'
import { plainFacts, type ProjectFacts } from './project-facts.ts'
import { PlainRun } from './plain-run.ts'
import { interruptedReason, type Outcome, outcomeOf } from './reason.ts'

export interface RunRecorderOptions {
  readonly runId: string
  /** Takes rows; must neither block nor throw. */
  readonly add: (rows: Rows) => void
  /** The projects of the run. */
  readonly projects: ReadonlyMap<TestProject, ProjectFacts>
  /** Whether every test of a project is recorded. */
  readonly isRecorded: (project: ProjectFacts) => boolean
  /** Whether of the other projects those tests are recorded that say what they are about. */
  readonly takesDescribed: boolean
  /** Whether a test that is skipped without a word was left out of this run by a filter. */
  readonly isDeselected: (testCase: TestCase) => boolean
  readonly redact: (text: string) => string
}

/** A test that has ended, with all that is known of it. */
interface Ended {
  readonly testCase: TestCase
  readonly facts: ModuleFacts
  readonly draft: Draft | undefined
  readonly outcome: Outcome
}

interface ModuleFacts extends ProjectFacts {
  readonly isRecorded: boolean
  /** Relative to the project's root, with `/`. */
  readonly file: string
}

type QueuedRows = { readonly tests: Test[]; readonly results: TestResult[]; readonly measurements: StoredMeasurement[] }

/**
 * How long after the last of a burst of results they become rows, and how long after the first at the latest, in milliseconds. Together
 * with the store's flush that is less than the second that a kill may cost.
 */
const quietMs = 60
const patienceMs = 400

/** Results that become rows in one go, so that whoever waits for this process meanwhile waits a millisecond or two. */
const sliceLength = 100

/** Turns what Vitest tells of one run into rows. Every method is called on Vitest's hot path and only queues. */
export class RunRecorder {
  readonly #options: RunRecorderOptions
  readonly #modules = new WeakMap<TestModule, ModuleFacts>()
  /** What tests have sent and no result has come for yet. */
  readonly drafts: Drafts = new Drafts({
    accepts: ({ module }) => this.#options.takesDescribed || this.#facts(module).isRecorded,
    onProfile: (profile) => this.#describe(profile),
  })
  readonly #recorded = new Set<string>()
  readonly #candidates: Candidate[] = []
  #ended: TestCase[] = []
  #rows: QueuedRows = noRows()
  #timer: NodeJS.Timeout | undefined
  #settleBy = 0
  #plain: PlainRun | null = new PlainRun()
  #isCancelled = false

  constructor(options: RunRecorderOptions) {
    this.#options = options
  }

  /** Measurements to be judged when the run is over. */
  get candidates(): readonly Candidate[] {
    return this.#candidates
  }

  /** Whether the run had nothing to do with any hardware so far: nothing in the database adds to its report. */
  get isPlain(): boolean {
    return this.#plain !== null
  }

  /**
   * The report of a plain run.
   * @throws RangeError where it is not plain: the database has to be asked
   */
  plainReport(run: Run): StoredReport {
    if (this.#plain === null) throw new RangeError('a run on described hardware has its report from the database')
    return this.#plain.report(run)
  }

  /** From now on, what Vitest calls skipped without a reason was interrupted. */
  cancel(): void {
    this.#settle()
    this.#isCancelled = true
  }

  /**
   * Notes that a test has ended. Its rows are made when the burst of results is over: Vitest's worker waits for the main process while
   * its tests run, and the main process for the worker while the next one starts.
   */
  result(testCase: TestCase): void {
    this.#ended.push(testCase)
    if (this.#timer === undefined) {
      this.#settleBy = Date.now() + patienceMs
      this.#timer = setTimeout(() => this.#settleInSlices(), quietMs).unref()
    } else if (Date.now() + quietMs < this.#settleBy) this.#timer.refresh()
  }

  #settleInSlices(): void {
    if (this.#ended.length <= sliceLength) return this.#settle()
    for (const testCase of this.#ended.splice(0, sliceLength)) this.#settleOne(testCase)
    setImmediate(() => this.#settleInSlices())
  }

  #settle(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const ended = this.#ended
    this.#ended = []
    for (const testCase of ended) this.#settleOne(testCase)
    this.#send()
  }

  /** One message for many tests. */
  #send(): void {
    const rows = this.#rows
    if (rows.results.length === 0) return
    this.#rows = noRows()
    this.#options.add(rows)
  }

  #settleOne(testCase: TestCase): void {
    const facts = this.#facts(testCase.module)
    const draft = this.drafts.take(testCase)
    const isDescribed = draft !== undefined && draft.subject !== null
    if ((!facts.isRecorded && !isDescribed) || this.#recorded.has(testCase.id)) return
    const outcome = outcomeOf(testCase, this.#isCancelled)
    if (outcome.state === 'skipped' && this.#options.isDeselected(testCase)) return
    this.#recorded.add(testCase.id)
    const diagnostic = testCase.diagnostic()
    this.#record(
      { testCase, facts, draft, outcome },
      diagnostic?.startTime ?? Date.now(),
      diagnostic?.duration ?? 0,
      diagnostic?.retryCount ?? 0,
    )
  }

  /** Records what no result came for: files and suites that failed outside of tests, and tests that the run left behind. */
  end(modules: readonly TestModule[]): void {
    this.#settle()
    for (const module of modules) {
      const facts = this.#facts(module)
      if (facts.isRecorded) {
        this.#failedOutside(module, facts, fileTestName)
        for (const suite of module.children.allSuites()) this.#failedOutside(suite, facts, suiteTestName(suite.fullName))
      } else if (this.drafts.size === 0) continue
      for (const testCase of module.children.allTests('pending')) this.#settleOne(testCase)
    }
    this.#send()
  }

  #facts(module: TestModule): ModuleFacts {
    let facts = this.#modules.get(module)
    if (facts === undefined) {
      const project = this.#options.projects.get(module.project) ?? plainFacts(module.project)
      const file = relative(project.root, module.moduleId).replaceAll('\\', '/')
      this.#modules.set(module, (facts = { ...project, file, isRecorded: this.#options.isRecorded(project) }))
    }
    return facts
  }

  #record({ testCase, facts, draft, outcome }: Ended, startTime: number, durationMs: number, retries: number): void {
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
      testResultId: newId(),
      runId,
      testId,
      hardwareProfileId,
      project: facts.name,
      backend: facts.backend ?? draft?.subject?.profile.backend ?? null,
      state: outcome.state,
      reason: outcome.reason === null ? null : this.#options.redact(outcome.reason),
      startedAt,
      durationMs,
      retries,
      provenance: draft?.subject?.provenance ?? 'measured',
    }
    this.#add(test, result)
    if (draft === undefined) return
    for (const numbers of numbersOf(draft, { retries, passed: outcome.state === 'passed' })) {
      const profile = numbers.hardwareProfileId ?? hardwareProfileId
      if (profile === null) continue
      const measurement = { ...numbers.measurement, measurementId: newId(), runId, testId, hardwareProfileId: profile, takenAt: startedAt }
      this.#candidates.push({ measurement, comparison: numbers.comparison })
      this.#rows.measurements.push(measurement)
    }
  }

  #describe(profile: HardwareProfile): void {
    this.#plain = null
    this.#options.add({ profiles: [profile] })
  }

  #add(test: Test, result: TestResult): void {
    this.#plain?.add(test, result)
    this.#rows.tests.push(test)
    this.#rows.results.push(result)
  }

  #failedOutside(entity: TestModule | TestSuite, facts: ModuleFacts, name: string): void {
    const [error] = entity.errors()
    if (error === undefined || this.#recorded.has(entity.id)) return
    this.#recorded.add(entity.id)
    const testId = testIdOf(facts.file, name)
    this.#add(
      { testId, file: facts.file, name: storable(name), model: null, modelType: null, family: null, task: null },
      {
        testResultId: newId(),
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
        provenance: 'measured',
      },
    )
  }
}

function noRows(): QueuedRows {
  return { tests: [], results: [], measurements: [] }
}
