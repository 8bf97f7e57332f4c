import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from '../open-store.ts'
import { passedRows, sampleRun } from '../testing/sample-rows.ts'
import { samplesOfEach } from './report-measurements.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-measurements-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a page of many measurements draws fewer samples of each baseline run', () => {
  expect(samplesOfEach(0)).toBe(40)
  expect(samplesOfEach(300)).toBe(40)
  expect(samplesOfEach(1000)).toBe(12)
  expect(samplesOfEach(1_000_000)).toBe(1)
})

test('baseline runs come newest first, long ones thinned to quantiles beside their true count; this run keeps every sample', async () => {
  await using store = await openStore(join(folder, 'results.duckdb'))
  const days = [1, 2, 3].map((day) => sampleRun({ startedAt: `2026-01-0${day}T00:00:00.000Z` }))
  const long = Array.from({ length: 400 }, (_, index) => 1000 - index)
  const samples = [[3.1415926535, 1, 2], long, long]
  for (const [index, run] of days.entries()) {
    store.beginRun(run)
    store.add(passedRows(run, 'latency', { samples: samples[index]! }))
  }
  const [measurement] = (await store.report(days[2]!.runId)).measurements
  expect(measurement!.samples).toEqual(long)
  const [newer, older] = measurement!.baseline
  expect(older).toEqual({ startedAt: '2026-01-01T00:00:00.000Z', n: 3, samples: [3.1416, 1, 2] })
  expect(newer).toMatchObject({ startedAt: '2026-01-02T00:00:00.000Z', n: 400 })
  expect(newer!.samples).toHaveLength(40)
  expect(newer!.samples[0]).toBeCloseTo(606, -1)
  expect((newer!.samples[19]! + newer!.samples[20]!) / 2).toBeCloseTo(800.5, 3)
})
