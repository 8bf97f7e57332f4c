import type { Direction, Provenance, Report } from '@vitest-hardware/contracts'
import { median } from '@vitest-hardware/statistics'
import { labelOfProfile } from './backend-label.ts'
import { range } from './range.ts'
import { compareText } from './series.ts'

/** Smallest, median and largest of a list of counts. */
export interface Spread {
  readonly low: number
  readonly median: number
  readonly high: number
}

/** How the series of one metric were measured. */
export interface MetricProtocol {
  readonly metric: string
  readonly unit: string
  readonly direction: Direction
  readonly series: number
  readonly warmup: Spread
  readonly samples: Spread
  readonly baselineRuns: Spread
  readonly provenances: readonly Provenance[]
}

/** The protocol of each metric, by name. */
export function describeProtocol(report: Report): MetricProtocol[] {
  const groups = Map.groupBy(report.measurements, (measured) => JSON.stringify([measured.metric, measured.unit, measured.direction]))
  return [...groups.values()]
    .map((group) => ({
      metric: group[0]!.metric,
      unit: group[0]!.unit,
      direction: group[0]!.direction,
      series: group.length,
      warmup: spread(group.map((measured) => measured.warmup.length)),
      samples: spread(group.map((measured) => measured.samples.length)),
      baselineRuns: spread(group.map((measured) => measured.comparison?.baselineRuns ?? measured.baseline.length)),
      provenances: [...new Set(group.map((measured) => measured.provenance))].sort(compareText),
    }))
    .sort((a, b) => compareText(a.metric, b.metric))
}

/** Smallest detectable changes of a backend's series of one metric. */
export interface NoiseFloor {
  readonly backend: string
  readonly metric: string
  readonly series: number
  readonly change: Spread
}

/** What the run could have seen, per backend and metric; series without a baseline say nothing. */
export function describeNoise(report: Report): NoiseFloor[] {
  const changes = new Map<string, number[]>()
  for (const measured of report.measurements) {
    const change = measured.comparison?.minimumDetectableChange ?? null
    if (change === null) continue
    const key = JSON.stringify([labelOfProfile(report.profiles[measured.profile]), measured.metric])
    const list = changes.get(key)
    if (list === undefined) changes.set(key, [change])
    else list.push(change)
  }
  return [...changes]
    .map(([key, list]) => {
      const [backend, metric] = JSON.parse(key) as [string, string]
      return { backend, metric, series: list.length, change: spread(list) }
    })
    .sort((a, b) => compareText(a.backend, b.backend) || compareText(a.metric, b.metric))
}

function spread(values: readonly number[]): Spread {
  const ends = range(values) ?? { low: 0, high: 0 }
  return { ...ends, median: values.length === 0 ? 0 : median(values) }
}
