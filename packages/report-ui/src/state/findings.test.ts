import { expect, test } from 'vitest'
import { buildReport, emptyReport } from '../testing/report-builder.ts'
import { heatFinding, ratiosFinding, seriesFinding, slowestFinding } from './findings.ts'
import { tabulatePairs } from './pairs.ts'
import { listSeries } from './series.ts'
import { rankDurations } from './slowest.ts'

const quiet = buildReport({ models: ['bert', 'clip'], backends: ['cpu'] })
const eventful = buildReport({
  models: ['albert', 'bert', 'clip'],
  backends: ['cpu'],
  outcome: (model) =>
    model === 'bert' ? { verdict: 'regression', effect: 1.5 } : model === 'clip' ? { state: 'failed' } : { verdict: 'cannot-tell' },
})

test('the ratios name the worst, with its interval and n', () => {
  expect(ratiosFinding(listSeries(eventful))).toBe(
    'Of 3 judged series: 1 slower, 1 can’t be told; the worst is bert on cpu, 1.50× [1.44–1.56], n 30',
  )
  expect(ratiosFinding(listSeries(quiet))).toBe('None of 2 judged series changed significantly')
  expect(ratiosFinding([])).toMatch(/^Nothing could be compared/)
})

test('the heat map tells failures from changes', () => {
  expect(heatFinding(tabulatePairs(eventful, 'latency'), 'latency')).toBe(
    '1 of 3 pairs does not pass; latency got worse on 1 and better on 0 of 3',
  )
  expect(heatFinding(tabulatePairs(quiet, 'latency'), 'latency')).toBe('All 2 pairs pass; latency changed significantly on none of 2')
  expect(heatFinding(tabulatePairs(quiet, 'memory'), 'memory')).toBe('All 2 pairs pass; memory has no baseline to compare with yet')
  expect(heatFinding(tabulatePairs(emptyReport(), 'latency'), 'latency')).toBe('No model was tested')
})

test('"no significant change" says what would have been seen', () => {
  expect(seriesFinding(listSeries(quiet)[0]!)).toBe(
    'bert on cpu: latency shows no significant change, 1.00× [0.96–1.04], n 30; 5.0\u00a0% would have been seen',
  )
  expect(seriesFinding(listSeries(eventful)[1]!)).toBe('bert on cpu: latency is slower, 1.50× [1.44–1.56], n 30')
})

test('the slowest tests say their share', () => {
  const ranked = rankDurations(quiet, 'test')
  expect(slowestFinding(ranked, 1, 'tests')).toMatch(
    /^clip · .* on cpu takes the most: .*; the slowest 1 of 4 tests take \d+\u00a0% of .* ms$/,
  )
  expect(slowestFinding([], 20, 'tests')).toBe('No test ran, so nothing took time')
})
