import { describe, expect, test } from 'vitest'
import type { ApiCall } from '../client/api-call.ts'
import { compareProviders, comparisonText, type ComparedApi } from './compare-providers.ts'

function api(name: string, totals: readonly number[], change: Partial<ApiCall> = {}): ComparedApi {
  const calls = totals.map((totalMs): ApiCall => ({
    operation: 'stream',
    model: 'm',
    totalMs,
    attemptMs: totalMs,
    timeToFirstTokenMs: totalMs / 4,
    gapsMs: [1, 1, 50],
    retries: 0,
    waitedMs: 0,
    usage: { inputTokens: 10, outputTokens: 20, cachedInputTokens: 0 },
    costUsd: null,
    error: null,
    ...change,
  }))
  return { name, metrics: { calls, provenance: 'simulated' } }
}

const slow = [200, 210, 205, 190, 202, 208]
const quick = [100, 110, 105, 90, 102, 108]

describe('compareProviders', () => {
  test('says which is better, by the direction of each metric', () => {
    const { metrics } = compareProviders([api('a', slow), api('b', quick)])
    const verdict = (name: string) => metrics.find(({ metric }) => metric === name)?.values[1]
    expect(verdict('total-time')).toMatchObject({ verdict: 'better', calls: 6, median: 103.5 })
    expect(verdict('tokens-per-second')).toMatchObject({ verdict: 'better' })
    expect(verdict('total-time')!.toFirst!.ratio).toBeCloseTo(0.5, 1)
    expect(
      compareProviders([api('b', quick), api('a', slow)]).metrics.find(({ metric }) => metric === 'total-time')?.values[1],
    ).toMatchObject({
      verdict: 'worse',
    })
  })
  test('takes one number for each call from the gaps of its stream', () => {
    const gaps = compareProviders([api('a', slow), api('b', quick)]).metrics.find(({ metric }) => metric === 'inter-token-latency')
    expect(gaps?.values.map(({ calls, median }) => [calls, median])).toEqual([
      [6, 1],
      [6, 1],
    ])
    expect(gaps?.values[1]?.verdict).toBe('no difference seen')
  })
  test('leaves out what nobody tells, and says where no ratio exists', () => {
    const { metrics } = compareProviders([api('a', slow), api('b', quick, { costUsd: 0.1 })])
    expect(metrics.map(({ metric }) => metric)).not.toContain('embedding-time')
    expect(metrics.find(({ metric }) => metric === 'cost')?.values[1]).toMatchObject({
      median: 0.1,
      toFirst: null,
      verdict: 'not comparable',
    })
    expect(metrics.find(({ metric }) => metric === 'retries')?.values[1]).toMatchObject({ median: 0, verdict: 'not comparable' })
  })
  test('needs two with names of their own', () => {
    expect(() => compareProviders([api('a', slow)])).toThrow('two APIs or more')
    expect(() => compareProviders([api('a', slow), api('a', quick)])).toThrow('a name of its own')
  })
  test('is plain data, and a table', () => {
    const comparison = compareProviders([api('a', slow), api('b', quick, { error: 'server' })])
    expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison)
    const text = comparisonText(comparison)
    expect(text).toContain('total-time (ms, lower is better ▼)')
    expect(text).toContain('b: 6 of 6 calls failed')
    expect(text).toContain('Simulated, no statement about the vendor: a, b')
  })
})
