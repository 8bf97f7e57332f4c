import { expect, test } from 'vitest'
import { buildReport, emptyReport } from '../testing/report-builder.ts'
import { describeNoise, describeProtocol } from './protocol.ts'

const report = buildReport({
  models: ['bert', 'clip'],
  backends: ['cpu', 'webgpu'],
  outcome: (model, backend) =>
    model === 'clip' && backend === 'cpu'
      ? { verdict: 'cannot-tell', effect: 1.1 }
      : backend === 'webgpu'
        ? { verdict: 'no-baseline' }
        : {},
})

test('the protocol counts warm-up, samples and baseline runs', () => {
  expect(describeProtocol(report)).toEqual([
    {
      metric: 'latency',
      unit: 'ms',
      direction: 'lower',
      series: 4,
      warmup: { low: 5, median: 5, high: 5 },
      samples: { low: 30, median: 30, high: 30 },
      baselineRuns: { low: 0, median: 1.5, high: 3 },
      provenances: ['measured'],
    },
  ])
})

test('the noise floor leaves out series without a baseline', () => {
  const [cpu, ...others] = describeNoise(report)
  expect(others).toEqual([])
  expect(cpu).toMatchObject({ backend: 'cpu', metric: 'latency', series: 2 })
  expect(cpu?.change.low).toBeCloseTo(0.05)
  expect(cpu?.change.high).toBeCloseTo(0.105)
})

test('an empty report has neither', () => {
  expect(describeProtocol(emptyReport())).toEqual([])
  expect(describeNoise(emptyReport())).toEqual([])
})
