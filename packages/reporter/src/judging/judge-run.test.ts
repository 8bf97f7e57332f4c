import { type Baseline, newId, type StoredMeasurement } from '@vitest-hardware/contracts'
import { describe, expect, test } from 'vitest'
import { sampleComparison } from '../testing/sample-report.ts'
import { type Candidate, judgeRun } from './judge-run.ts'

const startedAt = '2026-01-01T00:00:00.000Z'
const noisy = (median: number): number[] => Array.from({ length: 30 }, (_, index) => median * (1 + ((index % 5) - 2) / 200))

function measurement(fields: Partial<StoredMeasurement> = {}): StoredMeasurement {
  return {
    measurementId: newId(),
    runId: newId(),
    testId: newId(),
    hardwareProfileId: newId(),
    takenAt: startedAt,
    metric: 'latency',
    unit: 'ms',
    direction: 'lower',
    batchSize: null,
    precision: null,
    samples: noisy(10),
    warmup: [],
    provenance: 'measured',
    ...fields,
  }
}

function baselineOf(of: StoredMeasurement, medians: number[], fields: Partial<Baseline> = {}): Baseline {
  const { testId, hardwareProfileId, metric, batchSize, precision, unit, direction } = of
  return {
    testId,
    hardwareProfileId,
    metric,
    batchSize,
    precision,
    unit,
    direction,
    runs: medians.map((median) => ({ runId: newId(), startedAt, samples: noisy(median) })),
    ...fields,
  }
}

const unjudged = (...measurements: StoredMeasurement[]): Candidate[] => measurements.map((one) => ({ measurement: one, comparison: null }))

const quiet = [10, 10.1, 9.9, 10.05, 9.95]

describe('against five quiet runs', () => {
  test.each([
    [10, 'no-change'],
    [20, 'regression'],
    [5, 'improvement'],
  ] as const)('a median of %d is %s', (median, verdict) => {
    const now = measurement({ samples: noisy(median) })
    expect(judgeRun(unjudged(now), [baselineOf(now, quiet)])).toMatchObject([
      { measurementId: now.measurementId, runId: now.runId, verdict, baselineRuns: 5 },
    ])
  })
})

test('another hardware profile, unit, batch size or precision is another series', () => {
  const now = measurement({ samples: noisy(20) })
  const others = [
    { hardwareProfileId: newId() },
    { unit: 's' },
    { batchSize: 8 },
    { precision: 'fp16' },
    { testId: newId() },
    { metric: 'load' },
    { direction: 'higher' as const },
  ]
  for (const other of others) expect(judgeRun(unjudged(now), [baselineOf(now, quiet, other)])[0]?.verdict).toBe('no-baseline')
})

test('what was not measured, and single numbers, are not judged', () => {
  const simulated = measurement({ provenance: 'simulated' })
  const single = measurement({ metric: 'session-load', samples: [10] })
  expect(judgeRun(unjudged(simulated, single), [baselineOf(simulated, quiet), baselineOf(single, quiet)])).toEqual([])
})

test('among two thousand quiet series one weak alarm is doubt, a strong one stays an alarm', () => {
  const quietOnes = Array.from({ length: 2000 }, () => measurement())
  const weak = measurement({ samples: noisy(11.6) })
  const strong = measurement({ samples: noisy(40) })
  const baselines = [...quietOnes, weak, strong].map((one) => baselineOf(one, quiet))
  expect(judgeRun(unjudged(weak), baselines)[0]!.verdict).toBe('regression')
  const judged = new Map(judgeRun(unjudged(...quietOnes, weak, strong), baselines).map((one) => [one.measurementId, one]))
  expect(judged.get(strong.measurementId)!.verdict).toBe('regression')
  expect(judged.get(weak.measurementId)!.verdict).toBe('cannot-tell')
  expect(judged.get(weak.measurementId)!.explanation).toContain('may be chance')
})

test('what the machine did beside a test is not judged', () => {
  const telemetry = measurement({ metric: 'telemetry-cpu', samples: noisy(40) })
  expect(judgeRun(unjudged(telemetry), [baselineOf({ ...telemetry, samples: [] }, quiet)])).toEqual([])
})

test('the verdict of a test itself stands', () => {
  const now = measurement()
  const own = sampleComparison('regression', 2)
  expect(judgeRun([{ measurement: now, comparison: { ...own, pValue: 0.9 } }], [baselineOf(now, quiet)])).toMatchObject([
    { verdict: 'regression', ratio: 2, pValue: 0.9 },
  ])
})
