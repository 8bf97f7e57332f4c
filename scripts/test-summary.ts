/** The part of Vitest's JSON report that is read here. */
export interface JsonReport {
  readonly success: boolean
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly status: string; readonly meta?: { readonly skipReason?: string } }[]
  }[]
}

/**
 * Counts a run. A skip says why through `meta.skipReason`, set where a test skips itself; in CI a reason that names
 * `npm run provision`, or no reason at all, is a failure: the machine was not prepared or a test was switched off.
 */
export function summarize(report: JsonReport, isCi: boolean): { lines: string[]; exitCode: number } {
  const tests = report.testResults.flatMap((file) => file.assertionResults)
  const failedFiles = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  const passed = tests.filter((test) => test.status === 'passed').length
  const failed = tests.filter((test) => test.status === 'failed').length + failedFiles
  const skipped = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed')
  const reasons = new Map<string, number>()
  for (const test of skipped) {
    const reason = test.meta?.skipReason ?? 'no reason given'
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  }
  const lines = [...reasons].sort((a, b) => b[1] - a[1]).map(([reason, count]) => `${count} skipped: ${reason}`)
  const forbidden = isCi ? [...reasons.keys()].filter((reason) => reason === 'no reason given' || reason.includes('npm run provision')) : []
  if (forbidden.length > 0) lines.push(`CI may not skip this: ${forbidden.join('; ')}`)
  lines.push(`${passed} passed, ${failed} failed, ${skipped.length} skipped`)
  return { lines, exitCode: failed > 0 || !report.success || forbidden.length > 0 ? 1 : 0 }
}
