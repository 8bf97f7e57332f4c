import type { Direction, Report, Verdict } from '@vitest-hardware/contracts'
import { labelOfProfile } from './backend-label.ts'
import { comparatives } from './numbers.ts'

export type MeasuredSeries = Report['measurements'][number]

/** A measurement with the names that people know it by. */
export interface Series {
  /** Same in every report of the same series, so that links live longer than a run. */
  readonly key: string
  readonly model: string
  readonly backend: string
  readonly metric: string
  readonly testName: string
  /** What tells it from others of the same model, backend and metric. */
  readonly variant: string
  /** Name for lists; carries the variant only where another series would have the same name. */
  readonly label: string
  readonly measured: MeasuredSeries
}

/** All series of a report, by model, backend and metric. */
export function listSeries(report: Report): Series[] {
  const namesakes = Map.groupBy(report.measurements, (measured) => nameOf(report, measured))
  return report.measurements
    .map((measured) => {
      const test = report.tests[measured.test]
      const profile = report.profiles[measured.profile]
      const batch = measured.batchSize === null ? [] : [`batch ${measured.batchSize}`]
      const how = [...batch, ...(measured.precision === null ? [] : [measured.precision])]
      const testName = test?.name ?? 'unknown test'
      const name = nameOf(report, measured)
      const isAlone = namesakes.get(name)?.length === 1
      const tellingApart = testName === measured.metric ? how : [testName, ...how]
      return {
        key: [test?.testId.slice(-12), profile?.hardwareProfileId.slice(-6), measured.metric, ...how].join('.'),
        model: modelOf(report, measured.test),
        backend: labelOfProfile(profile),
        metric: measured.metric,
        testName,
        variant: [testName, ...how].join(' · '),
        label: isAlone ? name : `${name} (${tellingApart.join(' · ')})`,
        measured,
      }
    })
    .sort(
      (a, b) =>
        compareText(a.model, b.model) ||
        compareText(a.backend, b.backend) ||
        compareText(a.metric, b.metric) ||
        compareText(a.variant, b.variant),
    )
}

function nameOf(report: Report, measured: MeasuredSeries): string {
  return `${modelOf(report, measured.test)} · ${labelOfProfile(report.profiles[measured.profile])} · ${measured.metric}`
}

/** The model that a test is about; tests about none go by their file. */
export function modelOf(report: Report, testIndex: number): string {
  const test = report.tests[testIndex]
  return test?.model ?? test?.file ?? 'unknown test'
}

/** How much worse: the ratio for `lower`, its inverse for `higher`; above 1 is worse for either. */
export function worsening(ratio: number, direction: Direction): number {
  return direction === 'lower' ? ratio : 1 / ratio
}

const rank: Record<Verdict, number> = { regression: 0, 'cannot-tell': 1, improvement: 2, 'no-change': 3, 'no-baseline': 4 }

/** Worst first: by verdict, then by how much worse. */
export function compareWorstFirst(a: MeasuredSeries, b: MeasuredSeries): number {
  return rankOf(a) - rankOf(b) || badness(b) - badness(a)
}

function rankOf(measured: MeasuredSeries): number {
  return rank[measured.comparison?.verdict ?? 'no-baseline']
}

function badness(measured: MeasuredSeries): number {
  const ratio = measured.comparison?.ratio ?? null
  if (ratio === null) return 0
  const log = Math.log(worsening(ratio, measured.direction))
  return measured.comparison?.verdict === 'improvement' ? -log : log
}

/** A verdict in the words of the metric: `slower`, `faster`, `bigger` … */
export function verdictWord(verdict: Verdict, unit: string, direction: Direction): string {
  const words = comparatives(unit, direction)
  if (verdict === 'regression') return words.worse
  if (verdict === 'improvement') return words.better
  return verdictLabels[verdict]
}

export const verdictLabels: Record<Verdict, string> = {
  regression: 'regression',
  improvement: 'improvement',
  'no-change': 'no significant change',
  'cannot-tell': 'can’t tell',
  'no-baseline': 'no baseline',
}

/** Order of code units: the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
