import { expect, test } from 'vitest'
import { buildReport } from '../testing/report-builder.ts'
import { listAttention } from './attention.ts'
import { listSeries, verdictWord } from './series.ts'

const report = buildReport({
  models: ['albert', 'bert', 'clip', 'dpt'],
  backends: ['cpu'],
  outcome: (model) => {
    if (model === 'albert') return { verdict: 'improvement', effect: 0.8 }
    if (model === 'bert') return { verdict: 'regression', effect: 1.2 }
    return model === 'clip'
      ? { verdict: 'regression', effect: 1.6 }
      : { state: 'failed', reason: '\u001b[31m3 of 8 values differ\u001b[39m' }
  },
})

test('series have distinct keys and come in order', () => {
  const series = listSeries(report)
  expect(series.map(({ model }) => model)).toEqual(['albert', 'bert', 'clip', 'dpt'])
  expect(new Set(series.map(({ key }) => key)).size).toBe(4)
  expect(series[0]?.variant).toBe('latency · batch 1 · fp32')
})

test('only series that share a name carry what tells them apart', () => {
  const [first] = report.measurements
  const twins = { ...report, measurements: [...report.measurements, { ...first!, batchSize: 8 }] }
  expect(listSeries(twins).map(({ label }) => label)).toEqual([
    'albert · cpu · latency (batch 1 · fp32)',
    'albert · cpu · latency (batch 8 · fp32)',
    'bert · cpu · latency',
    'clip · cpu · latency',
    'dpt · cpu · latency',
  ])
})

test('attention: failures, then the worst regression, improvements last', () => {
  const items = listAttention(report).map((item) =>
    'series' in item ? [item.kind, item.series.model] : [item.kind, item.model, item.reason],
  )
  expect(items).toEqual([
    ['failed', 'dpt', '3 of 8 values differ'],
    ['regression', 'clip'],
    ['regression', 'bert'],
    ['improvement', 'albert'],
  ])
})

test('verdicts speak of the metric', () => {
  expect(verdictWord('regression', 'bytes', 'lower')).toBe('bigger')
  expect(verdictWord('cannot-tell', 'ms', 'lower')).toBe('can’t tell')
})
