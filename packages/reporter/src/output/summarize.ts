import type { Report, Summary } from '@vitest-hardware/contracts'

/** The content of `summary.json`. */
export function summarize(report: Report, attention: Summary['attention'], files: Summary['files']): Summary {
  const { run, sentence, counts, skipReasons, generatedAt } = report
  return {
    schema: 'vitest-hardware/summary@1',
    runId: run.runId,
    state: run.state,
    sentence,
    startedAt: run.startedAt,
    endedAt: run.endedAt ?? generatedAt,
    counts,
    skipReasons,
    attention,
    files,
  }
}
