import { type Direction, UsageError } from '@vitest-hardware/contracts'
import { median } from '@vitest-hardware/statistics'
import { textTable } from '../../comparison/text-table.ts'
import { type ApiMetricName, apiMetricNames, type ApiMetrics, apiMetrics, perCall } from '../metrics/api-metrics.ts'
import { ratioInterval, type RatioInterval } from './ratio-interval.ts'

/** One side of a comparison. */
export interface ComparedApi {
  /** For the table, e.g. `openai gpt-4.1-mini`; each once. */
  readonly name: string
  readonly metrics: Pick<ApiMetrics, 'calls' | 'provenance'>
}

/** A metric of one API. */
export interface ComparedValue {
  readonly name: string
  /** Calls that told the metric. */
  readonly calls: number
  /** Of one number for each call; null where no call told it. */
  readonly median: number | null
  /** To the first API, at 95 %; null for that one, and where none can be had. */
  readonly toFirst: RatioInterval | null
  /** Whether the interval leaves 1 out, and to which side. */
  readonly verdict: 'better' | 'worse' | 'no difference seen' | 'not comparable' | 'first'
}

export interface ComparedMetric {
  readonly metric: ApiMetricName
  readonly unit: string
  readonly direction: Direction
  readonly values: readonly ComparedValue[]
}

export interface ProviderComparison {
  readonly apis: readonly {
    readonly name: string
    readonly provenance: ApiMetrics['provenance']
    readonly calls: number
    readonly failed: number
  }[]
  /** Metrics that at least one API tells. */
  readonly metrics: readonly ComparedMetric[]
}

/**
 * Compares APIs by what their calls took, each with the first. A call is the unit: of the gaps in a stream their median counts. Ask them in turn,
 * in changing order, with the same requests: else the time of day is compared too.
 *
 * @throws {UsageError} fewer than two, or a name twice
 */
export function compareProviders(apis: readonly ComparedApi[]): ProviderComparison {
  const names = apis.map(({ name }) => name)
  if (apis.length < 2 || new Set(names).size !== names.length)
    throw new UsageError('compareProviders() needs two APIs or more, each with a name of its own', {
      input: names.join(', '),
      nextStep: 'hand over { name, metrics } for each',
    })
  return {
    apis: apis.map(({ name, metrics: { provenance, calls } }) => ({
      name,
      provenance,
      calls: calls.length,
      failed: calls.filter(({ error }) => error !== null).length,
    })),
    metrics: apiMetricNames.map((metric) => compareMetric(metric, apis)).filter(({ values }) => values.some(({ calls }) => calls > 0)),
  }
}

function compareMetric(metric: ApiMetricName, apis: readonly ComparedApi[]): ComparedMetric {
  const { unit, direction } = apiMetrics[metric]
  const samples = apis.map((api) => perCall(metric, api.metrics.calls))
  const values = apis.map(({ name }, place): ComparedValue => {
    const own = samples[place]!
    const facts = { name, calls: own.length, median: own.length === 0 ? null : median(own) }
    if (place === 0) return { ...facts, toFirst: null, verdict: 'first' }
    const toFirst = ratioInterval(samples[0]!, own)
    return { ...facts, toFirst, verdict: toFirst === null ? 'not comparable' : verdictOf(toFirst, direction) }
  })
  return { metric, unit, direction, values }
}

function verdictOf({ low, high }: RatioInterval, direction: Direction): ComparedValue['verdict'] {
  if (low <= 1 && high >= 1) return 'no difference seen'
  return high < 1 === (direction === 'lower') ? 'better' : 'worse'
}

/** The comparison for a terminal: one line for each metric and API, and one for each API whose numbers are no measurements. */
export function comparisonText({ apis, metrics }: ProviderComparison): string {
  const rows = metrics.flatMap(({ metric, unit, direction, values }) =>
    values.map(({ name, calls, median, toFirst, verdict }, place) => [
      place === 0 ? `${metric} (${unit}, ${direction === 'lower' ? 'lower is better ▼' : 'higher is better ▲'})` : '',
      name,
      median === null ? '–' : short(median),
      `n=${calls}`,
      toFirst === null ? '' : `${short(toFirst.ratio)}× [${short(toFirst.low)}, ${short(toFirst.high)}]`,
      verdict === 'first' ? '' : verdict,
    ]),
  )
  const failed = apis.filter((api) => api.failed > 0).map((api) => `${api.name}: ${api.failed} of ${api.calls} calls failed`)
  const notMeasured = apis.filter(({ provenance }) => provenance !== 'measured').map(({ name }) => name)
  const notes = notMeasured.length === 0 ? [] : [`Simulated, no statement about the vendor: ${notMeasured.join(', ')}`]
  return [textTable([['metric', 'api', 'median', 'calls', 'to the first, 95 %', ''], ...rows]), ...failed, ...notes].join('\n')
}

function short(value: number): string {
  return Number(value.toPrecision(3)).toString()
}
