import { expect, test } from 'vitest'
import { buildReport } from '../testing/report-builder.ts'
import { stripsOf } from './strips.ts'

const [measured] = buildReport({ models: ['bert'], backends: ['cpu'] }).measurements
const series = {
  ...measured!,
  samples: [0.2, 0.3, 0.4],
  warmup: [0.9],
  baseline: [{ startedAt: '2026-11-19T08:00:00.000Z', n: 200, samples: [0.25, 0.35] }],
}

test('new, warm-up and baseline in the unit that suits the new median; warm-up has no median', () => {
  const { strips, unit, axisLabel, baselineMedian } = stripsOf(series, 'auto')
  expect(unit).toBe('µs')
  expect(axisLabel).toBe('latency, µs (lower is better ▼)')
  expect(strips.map(({ role, median }) => [role, median === null ? null : Math.round(median)])).toEqual([
    ['new', 300],
    ['warm-up', null],
    ['baseline', 300],
  ])
  expect(strips[2]?.label).toBe('2026-11-19 08:00 · n 200, 2 kept')
  expect(baselineMedian).toBeCloseTo(300)
})

test('a wide range is logarithmic unless asked otherwise, and never where a sample is zero', () => {
  const wide = { ...series, warmup: [30] }
  expect(stripsOf(series, 'auto').type).toBe('linear')
  expect(stripsOf(wide, 'auto').type).toBe('log')
  expect(stripsOf(wide, 'linear').type).toBe('linear')
  expect(stripsOf({ ...wide, samples: [0, 1] }, 'log').type).toBe('linear')
})
