import type { Report, TestState, Verdict } from '@vitest-hardware/contracts'
import { median } from '@vitest-hardware/statistics'
import { labelOfProfile, labelOfResult } from './backend-label.ts'
import { withoutTerminalColours } from './numbers.ts'
import { range } from './range.ts'
import { compareText, compareWorstFirst, modelOf, worsening, type MeasuredSeries } from './series.ts'

/** What became of a model on a backend. `absent`: no test of it at all. */
export type PairState = TestState | 'absent'

/** How a pair's series of one metric compare with their baselines, all taken together. */
export interface PairComparison {
  /** The worst verdict among the series. */
  readonly verdict: Verdict
  /** Median over the series' ratios; null where none has a baseline. */
  readonly ratio: number | null
  /** The ratio as a worsening: above 1 is worse, whatever the metric's direction. */
  readonly worsening: number | null
  /** Lowest and highest end of the series' intervals. */
  readonly ciLow: number | null
  readonly ciHigh: number | null
  readonly seriesCount: number
  /** New samples over all series. */
  readonly samples: number
  readonly minimumDetectableChange: number | null
}

export interface Pair {
  readonly model: string
  readonly backend: string
  readonly state: PairState
  /** Some of its results or numbers come from a simulation. */
  readonly isSimulated: boolean
  /** Indexes into the report's results. */
  readonly results: readonly number[]
  readonly series: readonly MeasuredSeries[]
  readonly reasons: readonly string[]
  readonly comparison: PairComparison | null
}

export interface PairTable {
  readonly models: readonly string[]
  /** Those that ran something first. */
  readonly backends: readonly string[]
  readonly at: (model: string, backend: string) => Pair
}

/** Groups a report's results by model × backend and judges each pair by its series of `metric`. */
export function tabulatePairs(report: Report, metric: string): PairTable {
  const results = Map.groupBy(report.results.keys(), (index) =>
    keyOf(modelOf(report, report.results[index]!.test), backendOf(report, index)),
  )
  const series = Map.groupBy(
    report.measurements.filter((measured) => measured.metric === metric),
    (measured) => keyOf(modelOf(report, measured.test), labelOfProfile(report.profiles[measured.profile])),
  )
  const pairs = new Map<string, Pair>()
  for (const [key, indexes] of results) {
    const first = indexes[0]!
    pairs.set(key, makePair(modelOf(report, report.results[first]!.test), backendOf(report, first), report, indexes, series.get(key) ?? []))
  }
  const ran = new Set([...pairs.values()].filter((pair) => pair.state !== 'skipped').map((pair) => pair.backend))
  const backends = [...new Set([...pairs.values()].map((pair) => pair.backend))]
  return {
    models: [...new Set([...pairs.values()].map((pair) => pair.model))].sort(compareText),
    backends: backends.sort((a, b) => Number(ran.has(b)) - Number(ran.has(a)) || compareText(a, b)),
    at: (model, backend) => pairs.get(keyOf(model, backend)) ?? makePair(model, backend, report, [], []),
  }
}

/** Rows of the table with the worst pair first. */
export function sortWorstFirst(table: PairTable): string[] {
  const scores = new Map(
    table.models.map((model) => [model, Math.max(...table.backends.map((backend) => score(table.at(model, backend))))]),
  )
  return [...table.models].sort((a, b) => scores.get(b)! - scores.get(a)! || compareText(a, b))
}

function score(pair: Pair): number {
  const worse = Math.log(pair.comparison?.worsening ?? 1)
  if (pair.state === 'failed') return 3000 + worse
  if (pair.state === 'interrupted') return 2000 + worse
  if (pair.comparison?.verdict === 'regression') return 1000 + worse
  if (pair.comparison?.verdict === 'cannot-tell') return 500 + worse
  return pair.comparison?.verdict === 'improvement' ? 100 - worse : 0
}

function makePair(model: string, backend: string, report: Report, results: readonly number[], series: readonly MeasuredSeries[]): Pair {
  const rows = results.map((index) => report.results[index]!)
  return {
    model,
    backend,
    state: stateOf(new Set(rows.map((row) => row.state))),
    isSimulated: [...rows, ...series].some(({ provenance }) => provenance !== 'measured'),
    results,
    series: series.toSorted(compareWorstFirst),
    reasons: [...new Set(rows.flatMap(({ reason }) => (reason === null ? [] : [withoutTerminalColours(reason)])))],
    comparison: comparePair(series),
  }
}

function stateOf(states: ReadonlySet<TestState>): PairState {
  const worstFirst = ['failed', 'interrupted', 'passed', 'skipped'] as const
  return worstFirst.find((state) => states.has(state)) ?? 'absent'
}

function comparePair(series: readonly MeasuredSeries[]): PairComparison | null {
  const worst = series.toSorted(compareWorstFirst)[0]
  if (worst === undefined) return null
  const comparisons = series.map((measured) => measured.comparison).filter((comparison) => comparison !== null)
  const numbers = (pick: (comparison: (typeof comparisons)[number]) => number | null) =>
    comparisons.map(pick).filter((value) => value !== null)
  const ratios = numbers((comparison) => comparison.ratio)
  const ratio = ratios.length === 0 ? null : median(ratios)
  return {
    verdict: worst.comparison?.verdict ?? 'no-baseline',
    ratio,
    worsening: ratio === null ? null : worsening(ratio, worst.direction),
    ciLow: range(numbers((comparison) => comparison.ciLow))?.low ?? null,
    ciHigh: range(numbers((comparison) => comparison.ciHigh))?.high ?? null,
    seriesCount: series.length,
    samples: series.reduce((total, measured) => total + measured.samples.length, 0),
    minimumDetectableChange: range(numbers((comparison) => comparison.minimumDetectableChange))?.high ?? null,
  }
}

function backendOf(report: Report, resultIndex: number): string {
  return labelOfResult(report, report.results[resultIndex]!)
}

function keyOf(model: string, backend: string): string {
  return JSON.stringify([model, backend])
}
