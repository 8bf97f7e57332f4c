import type { Report } from '@vitest-hardware/contracts'
import { labelOfResult } from './backend-label.ts'
import { withoutTerminalColours } from './numbers.ts'
import { compareWorstFirst, listSeries, modelOf, type Series } from './series.ts'

/** Something that a person should look at. */
export type AttentionItem =
  | {
      readonly kind: 'failed' | 'interrupted'
      readonly model: string
      readonly backend: string
      readonly testName: string
      readonly file: string
      readonly reason: string
    }
  | { readonly kind: 'regression' | 'cannot-tell' | 'improvement'; readonly series: Series }

/** Failures first, then regressions, what cannot be told, improvements; the worst first in each. */
export function listAttention(report: Report): AttentionItem[] {
  const ended = report.results
    .filter((result) => result.state === 'failed' || result.state === 'interrupted')
    .map((result): AttentionItem => {
      const test = report.tests[result.test]
      return {
        kind: result.state === 'failed' ? 'failed' : 'interrupted',
        model: modelOf(report, result.test),
        backend: labelOfResult(report, result),
        testName: test?.name ?? 'unknown test',
        file: test?.file ?? '',
        reason: withoutTerminalColours(result.reason ?? 'No reason was recorded.'),
      }
    })
    .sort((a, b) => Number(a.kind !== 'failed') - Number(b.kind !== 'failed'))
  const judged = listSeries(report)
    .sort((a, b) => compareWorstFirst(a.measured, b.measured))
    .flatMap((series): AttentionItem[] => {
      const verdict = series.measured.comparison?.verdict
      return verdict === 'regression' || verdict === 'cannot-tell' || verdict === 'improvement' ? [{ kind: verdict, series }] : []
    })
  return [...ended, ...judged]
}
