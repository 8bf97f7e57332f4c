import { expect, test } from 'vitest'
import { buildReport } from '../testing/report-builder.ts'
import { sortWorstFirst, tabulatePairs } from './pairs.ts'

const report = buildReport({
  models: ['albert', 'bert', 'clip', 'whisper'],
  backends: ['cpu', 'webgpu'],
  skipped: { cuda: 'no CUDA device' },
  outcome: (model, backend) => {
    if (model === 'bert' && backend === 'webgpu') return { verdict: 'regression', effect: 1.3 }
    if (model === 'clip' && backend === 'cpu') return { state: 'failed', reason: 'outputs differ' }
    return model === 'whisper' ? { verdict: 'no-baseline', simulated: true } : {}
  },
})
const pairs = tabulatePairs(report, 'latency')

test('backends that ran come before those that were skipped', () => {
  expect(pairs.backends).toEqual(['cpu', 'webgpu', 'cuda'])
})

test('a pair has the state of its worst test and the reasons', () => {
  expect(pairs.at('clip', 'cpu')).toMatchObject({ state: 'failed', reasons: ['outputs differ'] })
  expect(pairs.at('albert', 'cuda')).toMatchObject({ state: 'skipped', reasons: ['no CUDA device'], comparison: null })
  expect(pairs.at('albert', 'qnn')).toMatchObject({ state: 'absent', results: [] })
  expect(pairs.at('whisper', 'cpu')).toMatchObject({ state: 'passed', isSimulated: true })
})

test('a pair is judged with its interval and n, or by nothing where there is no baseline', () => {
  expect(pairs.at('bert', 'webgpu').comparison).toMatchObject({ verdict: 'regression', ratio: 1.3, samples: 30, seriesCount: 1 })
  expect(pairs.at('bert', 'webgpu').comparison?.ciLow).toBeCloseTo(1.248)
  expect(pairs.at('whisper', 'cpu').comparison).toMatchObject({ verdict: 'no-baseline', ratio: null, ciLow: null })
  expect(tabulatePairs(report, 'throughput').at('bert', 'cpu').comparison).toBeNull()
})

test('several series: median of ratios, the widest interval, the worst verdict; inverse for higher-is-better', () => {
  const source = report.measurements.find((measured) => measured.comparison?.verdict === 'regression')!
  const variant = (ratio: number, verdict: 'regression' | 'improvement' | 'no-change') => ({
    ...source,
    direction: 'higher' as const,
    comparison: { ...source.comparison!, ratio, verdict, ciLow: ratio - 0.1, ciHigh: ratio + 0.1 },
  })
  const several = { ...report, measurements: [variant(1.2, 'improvement'), variant(0.5, 'regression'), variant(0.8, 'no-change')] }
  const comparison = tabulatePairs(several, 'latency').at('bert', 'webgpu').comparison
  expect(comparison).toMatchObject({ verdict: 'regression', ratio: 0.8, worsening: 1.25, ciLow: 0.4, seriesCount: 3, samples: 90 })
  expect(comparison?.ciHigh).toBeCloseTo(1.3)
})

test('worst first: failures, then regressions, then the rest by name', () => {
  expect(sortWorstFirst(pairs)).toEqual(['clip', 'bert', 'albert', 'whisper'])
})
