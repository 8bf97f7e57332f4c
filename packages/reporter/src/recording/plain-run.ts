import type { Report, Run, Test, TestResult } from '@vitest-hardware/contracts'
import type { StoredReport } from '@vitest-hardware/results-store'

/**
 * Results of a run as long as no test of it ran on described hardware: no measurements, no comparisons, no profile that could have changed.
 * Its report is what the store would read back.
 */
export class PlainRun {
  /** By file, so that few long texts are compared in sorting. */
  readonly #files = new Map<string, Map<string, Test>>()
  readonly #results: TestResult[] = []

  add(test: Test, result: TestResult): void {
    const tests = this.#files.get(test.file)
    if (tests === undefined) this.#files.set(test.file, new Map([[test.testId, test]]))
    else tests.set(test.testId, test)
    this.#results.push(result)
  }

  report(run: Run): StoredReport {
    const tests = [...this.#files]
      .sort(([a], [b]) => compare(a, b))
      .flatMap(([, ofFile]) => [...ofFile.values()].sort((a, b) => compare(a.name, b.name) || compare(a.testId, b.testId)))
    const indexes = new Map(tests.map(({ testId }, index) => [testId, index]))
    const results = [...this.#results].sort((a, b) => compare(a.startedAt, b.startedAt) || compare(a.testResultId, b.testResultId))
    const inState = (state: TestResult['state']): number => results.filter((result) => result.state === state).length
    return {
      run,
      counts: {
        pairs: 0,
        pairsPassed: 0,
        passed: inState('passed'),
        failed: inState('failed'),
        skipped: inState('skipped'),
        interrupted: inState('interrupted'),
        regressions: 0,
        improvements: 0,
        cannotTell: 0,
        noChange: 0,
        noBaseline: 0,
      },
      skipReasons: skipReasons(results),
      profiles: [],
      environmentChanges: [],
      tests,
      results: results.map(({ testId, project, backend, state, reason, startedAt, durationMs, retries, provenance }) => ({
        test: indexes.get(testId)!,
        profile: -1,
        project,
        backend,
        state,
        reason,
        startedAtMs: Date.parse(startedAt),
        durationMs: Math.round(durationMs * 1000) / 1000,
        retries,
        provenance,
      })),
      measurements: [],
    }
  }
}

function skipReasons(results: readonly TestResult[]): Report['skipReasons'] {
  const counts = new Map<string, number>()
  for (const { state, reason } of results)
    if (state === 'skipped') counts.set(reason ?? 'no reason given', (counts.get(reason ?? 'no reason given') ?? 0) + 1)
  return [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count || compare(a.reason, b.reason))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
