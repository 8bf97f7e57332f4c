import type { Counts, Report, RunState } from '@vitest-hardware/contracts'

/** The verdict of a run in one sentence. */
export function sentence(
  counts: Counts,
  options: { state: RunState; skipReasons?: Report['skipReasons']; unhandledErrors?: number },
): string {
  const ran = counts.passed + counts.failed
  const subject =
    counts.pairs > 0
      ? `${counts.pairsPassed} of ${counts.pairs} model × backend ${counts.pairs === 1 ? 'pair passes' : 'pairs pass'}`
      : ran > 0
        ? `${counts.passed} of ${ran} ${ran === 1 ? 'test passes' : 'tests pass'}`
        : 'nothing ran'
  const failedBesides = counts.pairs > 0 && counts.failed > 0 ? [`${counted(counts.failed, 'test')} failed`] : []
  const [reason, ...others] = options.skipReasons ?? []
  const why = reason !== undefined && others.length === 0 && reason.reason.length <= 60 ? ` (${reason.reason})` : ''
  const parts = [
    subject,
    ...failedBesides,
    ...(counts.regressions > 0 ? [counted(counts.regressions, 'regression')] : []),
    ...(counts.improvements > 0 ? [counted(counts.improvements, 'improvement')] : []),
    ...(counts.cannotTell > 0 ? [`${counts.cannotTell} can't tell`] : []),
    ...(counts.skipped > 0 ? [`${counts.skipped} skipped${why}`] : []),
    ...(options.unhandledErrors === undefined || options.unhandledErrors === 0
      ? []
      : [counted(options.unhandledErrors, 'unhandled error')]),
    ...(counts.interrupted > 0 ? [`${counts.interrupted} interrupted`] : []),
  ]
  const text = parts.join(' · ')
  return options.state === 'interrupted' ? `interrupted: ${text}` : text
}

function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}
