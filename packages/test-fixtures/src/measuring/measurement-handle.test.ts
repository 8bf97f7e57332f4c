import { deterministicUuid, type Measurement, newId } from '@vitest-hardware/contracts'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import '../matchers/matchers.ts'
import { readBaselines } from './baselines.ts'
import { measurementHandle, measurementOf } from './measurement-handle.ts'

const folder = mkdtempSync(join(tmpdir(), 'baselines-'))
afterAll(() => rm(folder, { recursive: true }))

const testId = deterministicUuid('test', 'latency')
const hardwareProfileId = deterministicUuid('hardware-profile', 'this')

/** Five quiet runs around 10 ms. */
function baselineFile(name: string, changes: object = {}): string {
  const runs = [0, 1, 2, 3, 4].map((run) => ({ runId: newId(), startedAt: '2026-01-01T00:00:00Z', samples: jitter(10 + run * 0.01) }))
  const series = {
    testId,
    hardwareProfileId,
    metric: 'latency',
    batchSize: null,
    precision: 'fp32',
    unit: 'ms',
    direction: 'lower',
    runs,
    ...changes,
  }
  const file = join(folder, name)
  writeFileSync(file, JSON.stringify({ schema: 'vitest-hardware/baselines@1', baselines: [series] }))
  return file
}

function jitter(around: number): number[] {
  return Array.from({ length: 30 }, (_, index) => around * (1 + (((index * 7) % 5) - 2) / 500))
}

function handle(file: string, around: number) {
  const measurement: Measurement = {
    metric: 'latency',
    unit: 'ms',
    direction: 'lower',
    batchSize: null,
    precision: 'fp32',
    samples: jitter(around),
    warmup: [],
    provenance: 'measured',
  }
  return measurementHandle(measurement, { testId, hardwareProfileId, baselineFile: file })
}

describe('toHaveNoRegression', () => {
  const file = baselineFile('five.json')

  test('fails for a measurement that is certainly worse, with the numbers', () => {
    expect(() => expect(handle(file, 20)).toHaveNoRegression()).toThrow(
      /^latency: regression\n {2}baseline {2}10\.0\d ms \(5 runs, 150 samples\)\n {2}now {7}20 ms \(median of 30 samples\)\n {2}ratio {5}1\.99\d \[1\.\d+, 2\.\d+\]\n {2}\S/,
    )
  })

  test('passes without a change and for an improvement', () => {
    const same = handle(file, 10)
    expect(same.comparison).toBeNull()
    expect(same).toHaveNoRegression()
    expect(same.comparison).toMatchObject({ verdict: 'no-change', baselineRuns: 5 })
    const faster = handle(file, 5)
    expect(faster).toHaveNoRegression()
    expect(faster.comparison?.verdict).toBe('improvement')
  })

  test('the threshold decides what is worth calling', () => {
    expect(handle(file, 20)).toHaveNoRegression({ threshold: 2 })
    expect(() => expect(handle(file, 20)).toHaveNoRegression({ threshold: 0.2 })).toThrow('regression')
  })

  test('passes without a baseline, and the comparison says so', () => {
    const first = handle(join(folder, 'missing.json'), 10)
    expect(first).toHaveNoRegression()
    expect(first.comparison).toMatchObject({ verdict: 'no-baseline', ratio: null })
  })

  test('other units, profiles, precisions and tests are other series', () => {
    const changes = [
      { unit: 's' },
      { direction: 'higher' },
      { hardwareProfileId: newId() },
      { precision: 'fp16' },
      { batchSize: 1 },
      { testId: newId() },
      { metric: 'load' },
    ]
    for (const [index, change] of changes.entries()) {
      const slow = handle(baselineFile(`other-${index}.json`, change), 20)
      expect(slow).toHaveNoRegression()
      expect(slow.comparison?.verdict).toBe('no-baseline')
    }
  })

  test('says what to give for a value that is no measurement', () => {
    expect(() => expect(5).toHaveNoRegression()).toThrow('give what measure() or record() returned')
    expect(() => expect(Promise.resolve()).toHaveNoRegression()).toThrow('await it')
  })
})

test('a file of another format is an error that says what to do', () => {
  const file = join(folder, 'broken.json')
  writeFileSync(file, '{"schema":"vitest-hard')
  expect(() => readBaselines(file)).toThrow(/delete it/)
})

test('the plain measurement of a handle is what was given', () => {
  const { samples, ...rest } = measurementOf(handle('none', 3))
  expect(rest).toEqual({
    metric: 'latency',
    unit: 'ms',
    direction: 'lower',
    batchSize: null,
    precision: 'fp32',
    warmup: [],
    provenance: 'measured',
  })
  expect(samples).toHaveLength(30)
})
