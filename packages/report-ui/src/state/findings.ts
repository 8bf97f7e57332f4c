import { comparatives, formatCount, formatDuration, formatInterval, formatPercent, formatRatio, formatValue, plural } from './numbers.ts'
import type { PairTable } from './pairs.ts'
import { median } from '@vitest-hardware/statistics'
import { compareWorstFirst, type Series } from './series.ts'
import { totalDuration, type TimedGroup } from './slowest.ts'

/** A ratio as it is always given: with its interval and n. */
export function ratioText(ratio: number, ciLow: number | null, ciHigh: number | null, n: number): string {
  const interval = ciLow === null || ciHigh === null ? 'no interval' : `[${formatInterval(ciLow, ciHigh)}]`
  return `${formatRatio(ratio)} ${interval}, n ${formatCount(n)}`
}

/** Title of the ratios of all judged series. */
export function ratiosFinding(judged: readonly Series[]): string {
  if (judged.length === 0) return 'Nothing could be compared: no series has a baseline on its hardware profile yet'
  const [first] = judged
  const unit = first!.measured.unit
  const isOneKind = judged.every(({ measured }) => measured.unit === unit && measured.direction === first!.measured.direction)
  const words = isOneKind ? comparatives(unit, first!.measured.direction) : { worse: 'worse', better: 'better' }
  const count = (verdict: string) => judged.filter(({ measured }) => measured.comparison?.verdict === verdict).length
  const parts = [
    [count('regression'), words.worse],
    [count('improvement'), words.better],
    [count('cannot-tell'), 'can’t be told'],
  ] as const
  const seen = parts.filter(([n]) => n > 0).map(([n, word]) => `${formatCount(n)} ${word}`)
  const total = `${formatCount(judged.length)} judged series`
  if (seen.length === 0) return `None of ${total} changed significantly`
  const worst = judged.toSorted((a, b) => compareWorstFirst(a.measured, b.measured))[0]!
  const comparison = worst.measured.comparison!
  const lead = `Of ${total}: ${seen.join(', ')}`
  if (comparison.verdict !== 'regression' || comparison.ratio === null) return lead
  return `${lead}; the worst is ${worst.model} on ${worst.backend}, ${ratioText(comparison.ratio, comparison.ciLow, comparison.ciHigh, comparison.samples)}`
}

/** Title of the heat map. */
export function heatFinding(table: PairTable, metric: string): string {
  const pairs = table.models
    .flatMap((model) => table.backends.map((backend) => table.at(model, backend)))
    .filter(({ state }) => state !== 'skipped' && state !== 'absent')
  if (pairs.length === 0) return table.models.length === 0 ? 'No model was tested' : 'Every pair was skipped'
  const failed = pairs.filter(({ state }) => state === 'failed' || state === 'interrupted').length
  const judged = pairs.filter(({ comparison }) => comparison !== null && comparison.ratio !== null)
  const count = (verdict: string) => pairs.filter(({ comparison }) => comparison?.verdict === verdict).length
  const [regressions, improvements] = [count('regression'), count('improvement')]
  const pass =
    failed === 0
      ? `All ${plural(pairs.length, 'pair')} pass`
      : `${formatCount(failed)} of ${plural(pairs.length, 'pair')} ${failed === 1 ? 'does' : 'do'} not pass`
  if (judged.length === 0) return `${pass}; ${metric} has no baseline to compare with yet`
  if (regressions + improvements === 0) return `${pass}; ${metric} changed significantly on none of ${formatCount(judged.length)}`
  return `${pass}; ${metric} got worse on ${formatCount(regressions)} and better on ${formatCount(improvements)} of ${formatCount(judged.length)}`
}

/** Title of one series' samples. */
export function seriesFinding(series: Series): string {
  const { measured, model, backend, metric } = series
  const { comparison } = measured
  const subject = `${model} on ${backend}: ${metric}`
  if (comparison === null || comparison.ratio === null)
    return `${subject} has a median of ${formatValue(median(measured.samples), measured.unit)}; there is no baseline yet`
  const words = comparatives(measured.unit, measured.direction)
  const ratio = ratioText(comparison.ratio, comparison.ciLow, comparison.ciHigh, comparison.samples)
  const change = comparison.minimumDetectableChange
  switch (comparison.verdict) {
    case 'regression':
      return `${subject} is ${words.worse}, ${ratio}`
    case 'improvement':
      return `${subject} is ${words.better}, ${ratio}`
    case 'no-change':
      return `${subject} shows no significant change, ${ratio}${change === null ? '' : `; ${formatPercent(change)} would have been seen`}`
    default:
      return `${subject} can’t be told apart from its baseline or called equal, ${ratio}`
  }
}

/** Title of the slowest tests. */
export function slowestFinding(groups: readonly TimedGroup[], shown: number, what: string): string {
  const slowest = groups[0]
  if (slowest === undefined) return 'No test ran, so nothing took time'
  const total = totalDuration(groups)
  const place = slowest.backend === null ? '' : ` on ${slowest.backend}`
  const lead = `${slowest.label}${place} takes the most: ${formatDuration(slowest.durationMs)}`
  if (groups.length === 1 || total === 0) return lead
  const few = groups.slice(0, shown)
  const share = formatPercent(totalDuration(few) / total)
  return groups.length > shown
    ? `${lead}; the slowest ${formatCount(shown)} of ${formatCount(groups.length)} ${what} take ${share} of ${formatDuration(total)}`
    : `${lead} of ${formatDuration(total)}`
}
