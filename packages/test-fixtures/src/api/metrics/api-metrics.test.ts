import { describe, expect, test } from 'vitest'
import type { ApiCall } from '../client/api-call.ts'
import { apiMetricNames, collectMetrics } from './api-metrics.ts'

const streamed: ApiCall = {
  operation: 'stream',
  model: 'm',
  totalMs: 300,
  attemptMs: 200,
  timeToFirstTokenMs: 50,
  gapsMs: [10, 20, 30],
  retries: 1,
  waitedMs: 100,
  usage: { inputTokens: 7, outputTokens: 40, cachedInputTokens: 0 },
  costUsd: 0.01,
  error: null,
}
const failed: ApiCall = { ...streamed, error: 'server', retries: 2, usage: null, costUsd: null }
const embedded: ApiCall = { ...streamed, operation: 'embed', timeToFirstTokenMs: null, gapsMs: [] }

function of(...calls: ApiCall[]) {
  const metrics = collectMetrics(() => 'simulated')
  for (const call of calls) metrics.add(call)
  return metrics
}

describe('metrics', () => {
  test('a streamed call tells all but the time of embedding', () => {
    const metrics = of(streamed)
    const told = Object.fromEntries(apiMetricNames.map((name) => [name, metrics.samples(name)]))
    expect(told).toEqual({
      'time-to-first-token': [50],
      'inter-token-latency': [10, 20, 30],
      'tokens-per-second': [200],
      'total-time': [300],
      'embedding-time': [],
      retries: [1],
      'input-tokens': [7],
      'output-tokens': [40],
      cost: [0.01],
    })
  })
  test('a failed call tells its retries only', () => {
    const metrics = of(failed)
    expect(apiMetricNames.filter((name) => metrics.samples(name).length > 0)).toEqual(['retries'])
  })
  test('an embedding has a time of its own', () => {
    const metrics = of(embedded)
    expect(metrics.samples('embedding-time')).toEqual([300])
    for (const name of ['total-time', 'tokens-per-second', 'output-tokens'] as const) expect(metrics.samples(name)).toEqual([])
  })
  test('models without a price are named, once', () => {
    const unpriced = { ...streamed, costUsd: null }
    expect(of(streamed, unpriced, unpriced, { ...unpriced, model: 'a' }, failed).unpriced).toEqual(['a', 'm'])
  })
  test('a call that is unlike the others is an anomaly, and the next is foreseen', () => {
    const calls = [100, 102, 99, 101, 900, 100, 98].map((totalMs) => ({ ...streamed, totalMs }))
    const metrics = of(...calls)
    expect(metrics.anomalies('total-time').map(({ index, value }) => [index, value])).toEqual([[4, 900]])
    expect(metrics.anomalies('total-time', { threshold: 1000 })).toEqual([])
    expect(metrics.forecast('total-time')[0]!.value).toBe(100)
    expect(() => of(streamed).forecast('total-time')).toThrow(RangeError)
  })
})
