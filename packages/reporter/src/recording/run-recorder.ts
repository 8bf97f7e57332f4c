import {
  artifactPrefix,
  type BackendName,
  HardwareArtifactSchema,
  type Measured,
  newId,
  type StoredComparison,
  type StoredMeasurement,
  type Subject,
  testIdOf,
  type TestResult,
  type TestState,
} from '@vitest-hardware/contracts'
import type { ResultsStore } from '@vitest-hardware/results-store'
import type { TestCase, TestModule, TestSuite } from 'vitest/node'
import { firstLines, oneLine } from '../words/plain-text.ts'
import { ofLastAttempt, ofPassedAttempts, type Received, retriesOf } from './attempts.ts'
import { benchMeasurements } from './bench-measurements.ts'
import type { RecordedProject, RecordedProjects } from './recorded-projects.ts'

type Benchmark = ReturnType<TestCase['benchmarks']>[number]

/** What one test sent before its result was known. */
interface Inbox {
  subject: Subject | null
  readonly measured: Received<Measured>[]
  readonly benchmarks: Received<Benchmark>[]
}

export interface RunRecorderOptions {
  readonly runId: string
  readonly store: Pick<ResultsStore, 'add'>
  readonly projects: RecordedProjects
  /** Name pattern that leaves tests out of the run (`-t`); null where there is none. */
  readonly namePattern: RegExp | null
  /** Says something once per run that is wrong and does not stop it. */
  warn(message: string): void
  /** @default Date.now */
  now?(): number
}

/** Turns what Vitest reports of one run into rows. Everything here runs between two messages of a worker: it queues and returns. */
export class RunRecorder {
  readonly #options: RunRecorderOptions
  readonly #now: () => number
  readonly #inboxes = new Map<string, Inbox>()
  readonly #recorded = new Set<string>()
  readonly #profiles = new Set<string>()
  /** Measurements that no test judged itself. */
  readonly unjudged: StoredMeasurement[] = []
  /** p-values of those that tests judged. */
  readonly judgedPValues: (number | null)[] = []
  failed = false

  constructor(options: RunRecorderOptions) {
    this.#options = options
    this.#now = options.now ?? Date.now
  }

  artifact(testCase: TestCase, artifact: { readonly type: string }): void {
    if (!artifact.type.startsWith(artifactPrefix) || this.#options.projects.of(testCase.project) === undefined) return
    const parsed = HardwareArtifactSchema.safeParse(artifact)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]
      return this.#options.warn(`a malformed ${oneLine(artifact.type, 60)} artifact of "${oneLine(testCase.fullName, 80)}" was ignored: ${oneLine(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`, 120)}`)
    }
    const inbox = this.#inboxOf(testCase)
    if (parsed.data.type === 'vitest-hardware:subject') inbox.subject = parsed.data
    else inbox.measured.push({ at: this.#now(), content: parsed.data })
  }

  benchmark(testCase: TestCase, benchmark: Benchmark): void {
    if (this.#options.projects.of(testCase.project) !== undefined) this.#inboxOf(testCase).benchmarks.push({ at: this.#now(), content: benchmark })
  }

  result(testCase: TestCase): void {
    const project = this.#options.projects.of(testCase.project)
    if (project === undefined || this.#recorded.has(testCase.id)) return
    const outcome = testCase.result()
    if (outcome.state === 'pending') return
    if (outcome.state === 'skipped' && this.#isLeftOut(testCase)) return
    const reason =
      outcome.state === 'failed' ? failureReason(outcome.errors) : outcome.state === 'skipped' ? oneLine(outcome.note ?? skippedInCode(testCase), 300) : null
    this.#record(testCase, project, outcome.state, reason)
  }

  /** Adds what has no result of its own: tests that the end of the run cut off, and files and suites that failed outside of tests. */
  finish(modules: readonly TestModule[], isInterrupted: boolean): void {
    for (const module of modules) {
      const project = this.#options.projects.of(module.project)
      if (project === undefined) continue
      this.#recordErrors(module, '(loading this file)', project)
      for (const suite of module.children.allSuites()) this.#recordErrors(suite, `${suite.fullName} > (hooks of this suite)`, project)
      for (const testCase of module.children.allTests('pending')) {
        if (!this.#recorded.has(testCase.id)) this.#record(testCase, project, 'interrupted', isInterrupted ? 'the run was cancelled before this test ended' : 'the test never ended')
      }
    }
  }

  #record(testCase: TestCase, project: RecordedProject, state: TestState, reason: string | null): void {
    this.#recorded.add(testCase.id)
    if (state === 'failed') this.failed = true
    const inbox = this.#inboxes.get(testCase.id)
    this.#inboxes.delete(testCase.id)
    const attempts = testCase.attempts()
    const diagnostic = testCase.diagnostic()
    const row = this.#add(project, {
      file: this.#options.projects.fileOf(testCase.module, project),
      name: testCase.fullName,
      subject: inbox?.subject ?? null,
      state,
      reason,
      startTime: diagnostic?.startTime ?? this.#now(),
      durationMs: diagnostic?.duration ?? 0,
      retries: retriesOf(attempts),
    })
    if (inbox === undefined) return
    // a failed test's numbers are of no use, except for the one that made it fail
    const measured =
      state === 'passed'
        ? ofPassedAttempts(inbox.measured, attempts)
        : state === 'failed'
          ? ofLastAttempt(inbox.measured, attempts).filter(({ comparison }) => comparison?.verdict === 'regression')
          : []
    for (const one of lastOfEachSeries(measured)) this.#measurement(row, one)
    const profileId = inbox.subject?.profile.hardwareProfileId
    if (state !== 'passed' || profileId === undefined) return
    for (const benchmark of ofPassedAttempts(inbox.benchmarks, attempts)) {
      for (const measurement of benchMeasurements(benchmark)) this.#measurement(row, { type: 'vitest-hardware:measurement', hardwareProfileId: profileId, measurement, comparison: null })
    }
  }

  #add(
    project: RecordedProject,
    facts: { file: string; name: string; subject: Subject | null; state: TestState; reason: string | null; startTime: number; durationMs: number; retries: number },
  ): TestResult {
    const { file, name, subject, state, reason, retries } = facts
    const testId = testIdOf(file, name)
    const result: TestResult = {
      testResultId: newId(),
      runId: this.#options.runId,
      testId,
      hardwareProfileId: subject?.profile.hardwareProfileId ?? null,
      project: project.name,
      backend: backendOf(project),
      state,
      reason,
      startedAt: new Date(facts.startTime).toISOString(),
      durationMs: Math.max(0, facts.durationMs),
      retries,
    }
    if (subject !== null) this.#profiles.add(subject.profile.hardwareProfileId)
    this.#options.store.add({
      ...(subject === null ? {} : { profiles: [subject.profile] }),
      tests: [{ testId, file, name, model: subject?.model ?? null, modelType: subject?.modelType ?? null, family: subject?.family ?? null, task: subject?.task ?? null }],
      results: [result],
    })
    return result
  }

  #measurement(result: TestResult, { hardwareProfileId, measurement, comparison }: Measured): void {
    if (!this.#profiles.has(hardwareProfileId)) return this.#options.warn(`a measurement of ${oneLine(measurement.metric, 60)} names a hardware profile that no test described; it was ignored`)
    const stored: StoredMeasurement = { ...measurement, measurementId: newId(), runId: result.runId, testId: result.testId, hardwareProfileId, takenAt: result.startedAt }
    const comparisons: StoredComparison[] = comparison === null ? [] : [{ ...comparison, comparisonId: newId(), measurementId: stored.measurementId, runId: result.runId }]
    if (comparison === null) this.unjudged.push(stored)
    else this.judgedPValues.push(comparison.pValue)
    this.#options.store.add({ measurements: [stored], comparisons })
  }

  #recordErrors(entity: TestModule | TestSuite, name: string, project: RecordedProject): void {
    const errors = entity.errors()
    if (errors.length === 0) return
    this.failed = true
    const module = entity.type === 'module' ? entity : entity.module
    const file = this.#options.projects.fileOf(module, project)
    this.#add(project, { file, name, subject: null, state: 'failed', reason: failureReason(errors), startTime: this.#now(), durationMs: 0, retries: 0 })
  }

  #isLeftOut(testCase: TestCase): boolean {
    return this.#options.namePattern !== null && !this.#options.namePattern.test(testCase.fullName)
  }

  #inboxOf({ id }: TestCase): Inbox {
    let inbox = this.#inboxes.get(id)
    if (inbox === undefined) this.#inboxes.set(id, (inbox = { subject: null, measured: [], benchmarks: [] }))
    return inbox
  }
}

function backendOf({ context }: RecordedProject): BackendName | null {
  return context?.backend ?? null
}

function failureReason(errors: readonly { readonly message?: string }[]): string {
  return firstLines(errors[0]?.message ?? '') || 'failed without a message'
}

function skippedInCode({ options }: TestCase): string {
  return options.mode === 'todo' ? 'marked todo in the test file' : 'skipped in the test file'
}

/** A test that measures one series twice, or was repeated, has one measurement of it: the newest. */
function lastOfEachSeries(measured: readonly Measured[]): Measured[] {
  const last = new Map<string, Measured>()
  for (const one of measured) last.set(`${one.measurement.metric}\n${one.measurement.batchSize ?? ''}\n${one.measurement.precision ?? ''}`, one)
  return [...last.values()]
}
