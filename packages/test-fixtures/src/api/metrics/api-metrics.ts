import type { Direction, Provenance } from '@vitest-hardware/contracts'
import {
  type Anomaly,
  type AnomalyOptions,
  findAnomalies,
  forecast,
  type ForecastOptions,
  type ForecastStep,
  median,
} from '@vitest-hardware/statistics'
import type { ApiCall } from '../client/api-call.ts'

export const apiMetricNames = [
  'time-to-first-token',
  'inter-token-latency',
  'tokens-per-second',
  'total-time',
  'embedding-time',
  'retries',
  'input-tokens',
  'output-tokens',
  'cost',
] as const
export type ApiMetricName = (typeof apiMetricNames)[number]

export interface ApiMetric {
  readonly unit: string
  readonly direction: Direction
  /** What a call tells of the metric; nothing where it tells nothing. */
  readonly samples: (call: ApiCall) => readonly number[]
}

const ofSuccess = (samples: (call: ApiCall) => readonly number[]) => (call: ApiCall) => (call.error === null ? samples(call) : [])
const known = (value: number | null | undefined): readonly number[] => (value === null || value === undefined ? [] : [value])

/** What is measured of every call. Of failed calls only the retries count: a failure that comes fast is not a good time. */
export const apiMetrics: Readonly<Record<ApiMetricName, ApiMetric>> = {
  'time-to-first-token': { unit: 'ms', direction: 'lower', samples: ofSuccess((call) => known(call.timeToFirstTokenMs)) },
  'inter-token-latency': { unit: 'ms', direction: 'lower', samples: ofSuccess((call) => call.gapsMs) },
  'tokens-per-second': { unit: 'tokens/s', direction: 'higher', samples: ofSuccess(tokensPerSecond) },
  'total-time': { unit: 'ms', direction: 'lower', samples: ofSuccess((call) => (call.operation === 'embed' ? [] : [call.totalMs])) },
  'embedding-time': { unit: 'ms', direction: 'lower', samples: ofSuccess((call) => (call.operation === 'embed' ? [call.totalMs] : [])) },
  retries: { unit: 'retries', direction: 'lower', samples: (call) => [call.retries] },
  'input-tokens': { unit: 'tokens', direction: 'lower', samples: ofSuccess((call) => known(call.usage?.inputTokens)) },
  'output-tokens': {
    unit: 'tokens',
    direction: 'lower',
    samples: ofSuccess((call) => (call.operation === 'embed' ? [] : known(call.usage?.outputTokens))),
  },
  cost: { unit: 'USD', direction: 'lower', samples: ofSuccess((call) => known(call.costUsd)) },
}

/** Tokens of the answer by the whole time of the attempt that gave it, also where it does not stream. */
function tokensPerSecond({ operation, usage, attemptMs }: ApiCall): readonly number[] {
  return operation === 'embed' || usage === null || usage.outputTokens === 0 || attemptMs <= 0
    ? []
    : [(usage.outputTokens / attemptMs) * 1000]
}

/** One number for each call that tells something: calls are independent of each other, the pieces of one stream are not. */
export function perCall(metric: ApiMetricName, calls: readonly ApiCall[]): number[] {
  return calls.flatMap((call) => {
    const samples = apiMetrics[metric].samples(call)
    return samples.length === 0 ? [] : [median(samples)]
  })
}

/** What an API's calls took so far. */
export interface ApiMetrics {
  readonly provenance: Provenance
  /** In the order in which they ended, failed ones too. */
  readonly calls: readonly ApiCall[]
  /** Models that were called and have no known price, so that their `cost` is missing; give one with `apiTest({ prices })`. */
  readonly unpriced: readonly string[]
  /** All samples of a metric, in order. */
  samples(metric: ApiMetricName): number[]
  /** Calls far from what the others are; see `findAnomalies`. `index` counts the calls that tell the metric. */
  anomalies(metric: ApiMetricName, options?: AnomalyOptions): Anomaly[]
  /**
   * What the next calls will be like if it goes on as it was; see `forecast`.
   * @throws RangeError too few calls
   */
  forecast(metric: ApiMetricName, options?: ForecastOptions): ForecastStep[]
}

export function collectMetrics(provenance: () => Provenance): ApiMetrics & { add(call: ApiCall): void } {
  const calls: ApiCall[] = []
  return {
    get provenance() {
      return provenance()
    },
    calls,
    get unpriced() {
      const models = calls.filter(({ usage, costUsd }) => usage !== null && costUsd === null).map(({ model }) => model)
      return [...new Set(models)].sort()
    },
    samples: (metric) => calls.flatMap((call) => apiMetrics[metric].samples(call)),
    anomalies: (metric, options) => findAnomalies(perCall(metric, calls), options),
    forecast: (metric, options) => forecast(perCall(metric, calls), options),
    add: (call) => calls.push(call),
  }
}
